"""The Lua files of a plug-in, as they lie in this installed package."""

from __future__ import annotations

from pathlib import Path

import plugins
from assist_cli.workflows.plugin_install.place import Editor
from plugins.lightroom import PLUGIN_FOLDER

FOLDERS = {Editor.DARKTABLE: Path(plugins.__file__).parent / "darktable", Editor.LIGHTROOM: PLUGIN_FOLDER}


def shipped_files(editor: Editor) -> dict[str, bytes]:
    """By their names in the plug-in's folder, such as `lib/ask.lua`."""
    folder = FOLDERS[editor]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.lua"))}
