"""One folder in which an editor looks for plug-ins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Editor(StrEnum):
    """The editors that have a plug-in of ours."""

    DARKTABLE = "darktable"
    LIGHTROOM = "lightroom"


class Packing(StrEnum):
    """How the editor was installed: what its plug-ins may do depends on that."""

    NATIVE = "native"
    FLATPAK = "flatpak"
    SNAP = "snap"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one installation of an editor keeps plug-ins."""

    editor: Editor
    packing: Packing
    base: Path
    """darktable: its configuration folder, which holds `luarc`; Lightroom: the folder of all plug-ins."""
    sign: Path
    """What is there if that editor was ever started."""

    @property
    def folder(self) -> Path:
        """The plug-in's own folder."""
        if self.editor is Editor.DARKTABLE:
            return self.base / "lua" / "photo_assist"
        return self.base / "assist.lrplugin"

    @property
    def luarc(self) -> Path | None:
        """The file by which darktable loads scripts; Lightroom needs none."""
        return self.base / "luarc" if self.editor is Editor.DARKTABLE else None
