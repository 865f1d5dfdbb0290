"""Which installations of an editor are on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from assist_cli.failures import AssistError, BadRequestError
from assist_cli.workflows.find_photos import absolute
from assist_cli.workflows.plugin_install.darktable_places import darktable_places
from assist_cli.workflows.plugin_install.lightroom_places import lightroom_places
from assist_cli.workflows.plugin_install.place import Editor, Packing, Place

NAMES = {Editor.DARKTABLE: "darktable", Editor.LIGHTROOM: "Lightroom Classic"}
HINTS = {
    Editor.DARKTABLE: "start darktable once, or name its configuration folder, which holds darktablerc: --folder DIR",
    Editor.LIGHTROOM: "start Lightroom Classic once, or name its folder of plug-ins: --folder DIR",
}


def find_places(editor: Editor, named: Path | None) -> tuple[Place, ...]:
    """`named`: the one folder that a person named, `Place.base`; it has to be there. Else all that are found, perhaps none.

    Raises `BadRequestError` where the editor does not run on this system, or `named` is not there.
    """
    if named is not None:
        (folder,) = absolute([named])
        if not folder.exists():
            raise BadRequestError(f"there is no folder {folder}", HINTS[editor])
        return (Place(editor, _packing(editor, folder), folder, folder),)
    return tuple(place for place in _possible(editor) if os.path.lexists(place.sign))


def found_places(editor: Editor, named: Path | None) -> tuple[Place, ...]:
    """As `find_places`; raises `AssistError` where none is found."""
    places = find_places(editor, named)
    if not places:
        looked = ", ".join(str(place.sign) for place in _possible(editor))
        raise AssistError(f"no {NAMES[editor]} was found; looked for {looked}", HINTS[editor])
    return places


def _possible(editor: Editor) -> Sequence[Place]:
    look = darktable_places if editor is Editor.DARKTABLE else lightroom_places
    places = look(sys.platform, os.environ, Path.home())
    if not places:
        raise BadRequestError(
            f"{NAMES[editor]} does not run on this system",
            "run this on the Mac or Windows machine where it is, or name a folder for the plug-in: --folder DIR",
        )
    return places


def _packing(editor: Editor, folder: Path) -> Packing:
    """What is named may be a folder that is known: a sandbox stays one."""
    if editor is Editor.DARKTABLE:
        for place in darktable_places(sys.platform, os.environ, Path.home()):
            if place.base == folder:
                return place.packing
    return Packing.NAMED
