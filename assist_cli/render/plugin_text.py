"""What `assist plugin` did to each installation of an editor, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assist_cli.render.counted import counted
from assist_cli.render.plain_text import printable
from assist_cli.workflows.plugin_install.darktable_places import FLATPAK_ID
from assist_cli.workflows.plugin_install.install import Done, Outcome
from assist_cli.workflows.plugin_install.luarc import LINE
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone
from assist_cli.workflows.plugin_install.place import Editor, Packing, Place

NAMES = {Editor.DARKTABLE: "darktable", Editor.LIGHTROOM: "Lightroom Classic"}
MOST_NAMES = 5
"""Told by name; the rest is counted. A choice."""
HEADS = frozenset({"assist.lua", "Info.lua"})
"""What editors load first: with it, a folder holds a plug-in, else what a person left there."""
WOULD = {
    Done.INSTALLED: "would be installed",
    Done.REPLACED: "would be replaced",
    Done.REMOVED: "would be removed",
}
LUARC = {
    LuarcDone.ADDED: "loads it from now on",
    LuarcDone.THERE: "loads it",
    LuarcDone.MANAGED: "starts the script manager: switch photo_assist, assist on there",
    LuarcDone.REFUSED: f"ends with a return, and is left as it is: add a line above that one: {LINE.decode()}",
    LuarcDone.REMOVED: "does not load it any more",
    LuarcDone.THEIRS: "still loads it by a line that is yours: take that out, or darktable stops reading there",
}
FLATPAK_HINT = (
    "darktable runs in a flatpak, and may run nothing outside until you allow it (then it may run anything of yours): "
    f"flatpak override --user --talk-name=org.freedesktop.Flatpak {FLATPAK_ID} (not tried by us)"
)
SNAP_HINT = (
    "darktable runs in a snap, and snaps run nothing outside: the panel comes, and will most likely find no assist."
)


def place_name(place: Place) -> str:
    """`darktable`, `darktable (flatpak)`."""
    packing = f" ({place.packing})" if place.packing in (Packing.FLATPAK, Packing.SNAP) else ""
    return NAMES[place.editor] + packing


def named(names: Sequence[str]) -> str:
    """`a.lua, b.lua and 3 others`."""
    more = len(names) - MOST_NAMES
    told = ", ".join(printable(name) for name in names[:MOST_NAMES])
    return f"{told} and {counted(more, 'other')}" if more > 0 else told


def outcome_lines(outcome: Outcome, *, dry_run: bool) -> Iterator[str]:
    """The first line tells what became of the plug-in, the others what belongs to it."""
    place, done = outcome.place, outcome.done
    words = WOULD.get(done, done.value) if dry_run else done.value
    yield f"{place_name(place)}: {words}: {printable(place.folder)}"
    if outcome.trouble is not None:
        hint = f"; {outcome.trouble.hint}" if outcome.trouble.hint else ""
        yield f"  {printable(outcome.trouble.message)}{hint}"
        return
    if done is Done.LEFT:
        yield f"  not put there by assist plugin install: {named(outcome.left)}"
        if HEADS.intersection(outcome.left):
            yield "  install it once, then uninstall takes it away; or remove the folder yourself"
        return
    yield from _of_a_person(outcome, dry_run=dry_run)
    if outcome.luarc in LUARC and place.luarc:
        would = "would be changed, and " if dry_run and outcome.luarc in (LuarcDone.ADDED, LuarcDone.REMOVED) else ""
        yield f"  {printable(place.luarc)} {would}{LUARC[outcome.luarc]}"
    if done in (Done.INSTALLED, Done.REPLACED, Done.AS_IT_WAS):
        yield from _program(outcome)
    if done in (Done.INSTALLED, Done.REPLACED, Done.REMOVED) and not dry_run:
        yield _restart(outcome)


def _of_a_person(outcome: Outcome, *, dry_run: bool) -> Iterator[str]:
    for name, beside in outcome.kept:
        keeps = "would be kept" if dry_run else "is kept"
        yield f"  {printable(name)} was changed since it was installed: that one {keeps} as {printable(beside)}"
    if outcome.left:
        whose = "changed or added by you" if outcome.done is Done.REMOVED else "yours"
        yield f"  left as it is, for it is {whose}: {named(outcome.left)}"
    if outcome.kept_aside is not None:
        yield f"  an older folder holds something that is nowhere else, and is kept: {printable(outcome.kept_aside)}"


def _program(outcome: Outcome) -> Iterator[str]:
    whose = "by program.txt, which you changed and which stays" if outcome.program_is_theirs else "told to it"
    yield f"  runs {printable(outcome.program)} ({whose}; what its settings name is stronger)"
    if outcome.place.packing is Packing.FLATPAK:
        yield f"  {FLATPAK_HINT}"
    elif outcome.place.packing is Packing.SNAP:
        yield f"  {SNAP_HINT}"


def _restart(outcome: Outcome) -> str:
    name = NAMES[outcome.place.editor]
    if outcome.running:
        return f"  {name} is running: end it and start it again"
    return f"  if {name} is running, end it and start it again"
