"""Where darktable could keep its configuration, system by system."""

from pathlib import Path

import pytest

from assist_cli.workflows.plugin_install.darktable_places import darktable_places
from assist_cli.workflows.plugin_install.place import Packing

HOME = Path("/home/ada")


def bases(system, environ=None):
    return [(place.packing, str(place.base)) for place in darktable_places(system, environ or {}, HOME)]


def test_linux_has_a_native_one_a_flatpak_and_a_snap():
    assert bases("linux") == [
        (Packing.NATIVE, "/home/ada/.config/darktable"),
        (Packing.FLATPAK, "/home/ada/.var/app/org.darktable.Darktable/config/darktable"),
        (Packing.SNAP, "/home/ada/snap/darktable/current"),
        (Packing.SNAP, "/home/ada/snap/darktable/current/.config/darktable"),
    ]


def test_xdg_config_home_moves_the_native_one_alone():
    assert bases("linux", {"XDG_CONFIG_HOME": "/etc/mine"}) == [
        (Packing.NATIVE, "/etc/mine/darktable"),
        *bases("linux")[1:],
    ]


@pytest.mark.parametrize("config", ["", "relative/conf"])
def test_xdg_config_home_that_is_no_whole_path_counts_for_nothing(config):
    assert bases("linux", {"XDG_CONFIG_HOME": config}) == bases("linux")


def test_macos_has_the_folder_that_linux_has():
    assert bases("darwin") == [(Packing.NATIVE, "/home/ada/.config/darktable")]


def test_windows_has_it_in_the_local_profile():
    assert bases("win32", {"LOCALAPPDATA": "/c/Ada/Local"}) == [(Packing.NATIVE, "/c/Ada/Local/darktable")]
    assert bases("win32") == [(Packing.NATIVE, "/home/ada/AppData/Local/darktable")]


def test_plugin_and_luarc_lie_in_the_configuration():
    place = darktable_places("linux", {}, HOME)[0]
    assert place.folder == place.base / "lua/photo_assist"
    assert place.luarc == place.base / "luarc"


def test_snap_counts_as_there_only_where_darktable_has_written_its_settings():
    assert darktable_places("linux", {}, HOME)[2].sign.name == "darktablerc"
