"""Takes away what `install` put into one place, and leaves what a person changed or added."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from assist_cli.failures import AssistError, told
from assist_cli.workflows.plugin_install.folder_look import look_into
from assist_cli.workflows.plugin_install.install import Done, Outcome
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone, remove_line
from assist_cli.workflows.plugin_install.manifest import NAME, read_manifest
from assist_cli.workflows.plugin_install.place import Place
from assist_cli.workflows.plugin_install.running_darktable import is_running
from assist_cli.workflows.plugin_install.swap_folder import mend


def uninstall(place: Place, *, dry_run: bool) -> Outcome:
    """What goes wrong is in the outcome; it raises nothing but bugs."""
    try:
        return _uninstall(place, dry_run=dry_run)
    except (OSError, AssistError) as error:
        return Outcome(place, Done.FAILED, trouble=told(error))


def _uninstall(place: Place, *, dry_run: bool) -> Outcome:
    aside = None if dry_run else mend(place.folder)
    present = look_into(place.folder)
    before = read_manifest(place.folder)
    if before is None:
        if present:  # copied by hand, perhaps changed: nobody noted what was ours
            return Outcome(place, Done.LEFT, left=tuple(present))
        return Outcome(place, Done.NOT_THERE, luarc=_without_line(place, made=False, dry_run=dry_run))
    ours = [name for name, now in present.items() if before.files.get(name) == now]
    # First the line: should it end in between, darktable starts without a plug-in rather than with half of one.
    luarc = _without_line(place, made=before.made_luarc, dry_run=dry_run)
    if not dry_run:
        _remove(place.folder, [*ours, NAME])
        if place.luarc:
            with suppress(OSError):  # other scripts are there too
                place.folder.parent.rmdir()
    left = tuple(name for name in present if name not in ours)
    return Outcome(place, Done.REMOVED, left=left, luarc=luarc, kept_aside=aside, running=is_running(place))


def _without_line(place: Place, *, made: bool, dry_run: bool) -> LuarcDone | None:
    return remove_line(place.luarc, made=made, dry_run=dry_run) if place.luarc else None


def _remove(folder: Path, names: list[str]) -> None:
    """The note goes last, so that a run that was killed can be run again."""
    for name in names:
        (folder / name).unlink(missing_ok=True)
    for place, _folders, _files in os.walk(folder, topdown=False):
        with suppress(OSError):  # something of a person's is in it
            Path(place).rmdir()
