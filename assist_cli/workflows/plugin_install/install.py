"""Puts the plug-in into one place. Run again it changes nothing, or brings what has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assist_cli.failures import AssistError, Trouble, told
from assist_cli.workflows.installed_version import installed_version
from assist_cli.workflows.plugin_install.folder_look import look_into
from assist_cli.workflows.plugin_install.folder_plan import FolderPlan, plan_folder
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone, add_line, read_luarc
from assist_cli.workflows.plugin_install.manifest import Manifest, digest, manifest_bytes, read_manifest
from assist_cli.workflows.plugin_install.place import Place
from assist_cli.workflows.plugin_install.program_note import NOTE, note_files, noted_program
from assist_cli.workflows.plugin_install.running_darktable import is_running
from assist_cli.workflows.plugin_install.shipped_files import shipped_files
from assist_cli.workflows.plugin_install.swap_folder import mend, swap_folder


class Done(StrEnum):
    """What became of the plug-in's folder."""

    INSTALLED = "installed"
    REPLACED = "replaced"
    AS_IT_WAS = "as it was"
    REMOVED = "removed"
    NOT_THERE = "not there"
    LEFT = "left"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done, or in a dry run would be, in one place."""

    place: Place
    done: Done
    kept: tuple[tuple[str, str], ...] = ()
    """Changed by a person: the name in the folder, and the name under which it is kept."""
    left: tuple[str, ...] = ()
    """A person's own files, which stay."""
    luarc: LuarcDone | None = None
    program: str = ""
    """What the plug-in runs, as the note beside it says."""
    program_is_theirs: bool = False
    kept_aside: Path | None = None
    """A folder of before that holds what is nowhere else."""
    running: bool = False
    """darktable is, as far as can be told."""
    trouble: Trouble | None = None


def install(place: Place, program: Path, *, dry_run: bool) -> Outcome:
    """What goes wrong is in the outcome; it raises nothing but bugs."""
    try:
        return _install(place, program, dry_run=dry_run)
    except (OSError, AssistError) as error:
        return Outcome(place, Done.FAILED, trouble=told(error))


def wanted_files(place: Place, program: Path) -> dict[str, bytes]:
    """All that this version puts into the folder but the manifest."""
    return {**shipped_files(place.editor), **note_files(place, program)}


def _install(place: Place, program: Path, *, dry_run: bool) -> Outcome:
    aside = None if dry_run else mend(place.folder)
    present = look_into(place.folder)
    before = read_manifest(place.folder)
    plan = plan_folder(present, wanted_files(place, program), before)
    note = _manifest(place, plan, before, program)
    changes = plan.changes or note != before
    if changes and not dry_run:
        aside = swap_folder(place.folder, plan, manifest_bytes(note)) or aside
    luarc = add_line(place.luarc, dry_run=dry_run) if place.luarc else None
    theirs = NOTE not in plan.write
    return Outcome(
        place,
        (Done.REPLACED if present else Done.INSTALLED) if changes else Done.AS_IT_WAS,
        kept=tuple(plan.kept.items()),
        left=tuple(name for name in plan.carried if name != NOTE),
        luarc=luarc,
        program=_theirs(place) if theirs else str(program),
        program_is_theirs=theirs,
        kept_aside=aside,
        running=is_running(place),
    )


def _manifest(place: Place, plan: FolderPlan, before: Manifest | None, program: Path) -> Manifest:
    made = place.luarc is not None and (before.made_luarc if before else read_luarc(place.luarc) is None)
    files = {name: digest(data) for name, data in plan.write.items()}
    return Manifest(installed_version() or "not installed", str(program), made, files)


def _theirs(place: Place) -> str:
    return noted_program((place.folder / NOTE).read_bytes())
