"""What is installed where, in words."""

from __future__ import annotations

from collections.abc import Iterator

from assist_cli.render.plain_text import printable
from assist_cli.render.plugin_text import LUARC, NAMES, SNAP_HINT, named, place_name
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone
from assist_cli.workflows.plugin_install.place import Packing
from assist_cli.workflows.plugin_install.status import PlaceStatus, ProgramFrom

FROM = {
    ProgramFrom.PREFERENCE: "chosen in darktable's preferences",
    ProgramFrom.NOTE: "named in program.txt",
    ProgramFrom.PATH: "as the PATH here has it; the editor's may differ",
}


def status_lines(status: PlaceStatus) -> Iterator[str]:
    """The first line tells whether it is there, the others what it is made of."""
    place = status.place
    if status.trouble is not None:
        yield f"{place_name(place)}: cannot be told: {printable(status.trouble.message)}; {status.trouble.hint}"
        return
    if not status.is_there:
        yield f"{place_name(place)}: not installed: {printable(place.folder)}"
        if status.luarc is LuarcDone.THERE:
            yield f"  {printable(place.luarc or '')} wants to load it all the same, and darktable stops reading there"
        return
    yield f"{place_name(place)}: {_version(status)}: {printable(place.folder)}"
    for words, names in (("changed", status.changed), ("missing", status.missing), ("not ours", status.added)):
        if names:
            yield f"  {words}: {named(names)}"
    yield from _how_it_works(status)


def _how_it_works(status: PlaceStatus) -> Iterator[str]:
    place = status.place
    if status.luarc is LuarcDone.NOT_THERE:
        yield f"  {printable(place.luarc or '')} does not load it; assist plugin install darktable adds the line"
    elif status.luarc in LUARC:
        yield f"  {printable(place.luarc or '')} {LUARC[status.luarc]}"
    answers = f"answers: {printable(status.answer)}" if status.answer else "does not answer as assist"
    yield f"  {printable(status.program)} {answers} ({FROM[status.program_from]})"
    if place.packing is Packing.FLATPAK:
        yield "  whether its flatpak lets it run that program cannot be told from here"
    elif place.packing is Packing.SNAP:
        yield f"  {SNAP_HINT}"
    if status.running:
        yield f"  {NAMES[place.editor]} is running"


def server_line(is_up: bool) -> str:
    """`assist serve` is never needed: that none is up is no fault."""
    return "assist serve: up" if is_up else "assist serve: not up; plug-ins start what they need"


def _version(status: PlaceStatus) -> str:
    if status.version is None:
        return "copied by hand" + (", this version" if status.is_this_version else ", another version")
    same = "the version of this program" if status.is_this_version else "not the version of this program; install again"
    return f"{printable(status.version)} installed, {same}"
