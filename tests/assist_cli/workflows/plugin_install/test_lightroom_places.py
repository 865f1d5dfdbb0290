"""Where Lightroom Classic looks for plug-ins by itself."""

from pathlib import Path

import pytest

from assist_cli.workflows.plugin_install.lightroom_places import lightroom_places

HOME = Path("/Users/ada")


@pytest.mark.parametrize(
    ("system", "environ", "modules"),
    [
        ("darwin", {}, "/Users/ada/Library/Application Support/Adobe/Lightroom/Modules"),
        ("win32", {"APPDATA": "/c/Ada/Roaming"}, "/c/Ada/Roaming/Adobe/Lightroom/Modules"),
        ("win32", {}, "/Users/ada/AppData/Roaming/Adobe/Lightroom/Modules"),
    ],
)
def test_modules_is_where_adobe_says(system, environ, modules):
    (place,) = lightroom_places(system, environ, HOME)
    assert place.base == Path(modules)
    assert place.folder == Path(modules) / "assist.lrplugin"
    assert place.sign == Path(modules).parent
    assert place.luarc is None


def test_linux_has_no_lightroom():
    assert lightroom_places("linux", {}, HOME) == ()
