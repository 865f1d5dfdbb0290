"""What is put into an editor."""

from assist_cli.workflows.plugin_install.place import Editor
from assist_cli.workflows.plugin_install.shipped_files import shipped_files


def test_darktable_gets_the_script_and_its_rooms():
    names = set(shipped_files(Editor.DARKTABLE))
    assert {"assist.lua", "lib/ask.lua", "lib/settings.lua"} <= names
    assert all(name.endswith(".lua") for name in names)


def test_lightroom_gets_what_its_info_names():
    files = shipped_files(Editor.LIGHTROOM)
    assert {"Info.lua", "Rate.lua", "PluginInfo.lua", "Program.lua"} <= set(files)
