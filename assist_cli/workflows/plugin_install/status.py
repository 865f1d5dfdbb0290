"""What is installed in one place, and whether it would work."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from enum import StrEnum

from assist_cli.failures import AssistError, Trouble, told
from assist_cli.workflows.plugin_install.ask_version import ask_version
from assist_cli.workflows.plugin_install.folder_look import look_into
from assist_cli.workflows.plugin_install.luarc import has_script_manager, loads_plugin
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone, read_luarc
from assist_cli.workflows.plugin_install.manifest import Manifest, digest, read_manifest
from assist_cli.workflows.plugin_install.place import Packing, Place
from assist_cli.workflows.plugin_install.program_note import HOST_SCRIPT, NOTE, noted_program
from assist_cli.workflows.plugin_install.running_darktable import is_running
from assist_cli.workflows.plugin_install.shipped_files import shipped_files

PREFERENCE = re.compile(rb"^lua/photo_assist/program=(.+)$", re.MULTILINE)
"""The plug-in's preference, as darktable writes it into `darktablerc`."""


class ProgramFrom(StrEnum):
    """Who says which program is run; the first that does."""

    PREFERENCE = "preference"
    NOTE = "note"
    PATH = "PATH"


@dataclass(frozen=True, slots=True)
class PlaceStatus:
    """One place. `version` is None where the plug-in is not there or was copied by hand."""

    place: Place
    is_there: bool = False
    version: str | None = None
    is_this_version: bool = False
    """Whether all files of ours are those that this program has."""
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    luarc: LuarcDone | None = None
    """THERE, MANAGED or NOT_THERE; None for Lightroom."""
    program: str = ""
    program_from: ProgramFrom = ProgramFrom.PATH
    answer: str | None = None
    """What that program says to `--version`."""
    running: bool = False
    trouble: Trouble | None = None

    @property
    def is_broken(self) -> bool:
        """It is there, and cannot do its work."""
        return self.trouble is not None or (self.is_there and bool(self.missing or self.answer is None))


def status(place: Place) -> PlaceStatus:
    """Nothing is changed. What goes wrong is in the answer; it raises nothing but bugs."""
    try:
        return _status(place)
    except (OSError, AssistError) as error:
        return PlaceStatus(place, trouble=told(error))


def _status(place: Place) -> PlaceStatus:
    present = look_into(place.folder)
    luarc = _luarc(place)
    shipped = {name: digest(data) for name, data in shipped_files(place.editor).items()}
    if present.keys().isdisjoint(shipped):
        return PlaceStatus(place, added=tuple(present), luarc=luarc, running=is_running(place))
    noted = read_manifest(place.folder)
    known = dict(noted.files) if noted else shipped
    program, source = _program(place)
    return PlaceStatus(
        place,
        is_there=True,
        version=noted.version if noted else None,
        is_this_version={name: now for name, now in known.items() if name.endswith(".lua")} == shipped,
        changed=tuple(name for name in known if name in present and present[name] != known[name]),
        missing=tuple(name for name in known if name not in present),
        added=tuple(name for name in present if name not in known and not (noted is None and name == NOTE)),
        luarc=luarc,
        program=program,
        program_from=source,
        answer=ask_version(_outside(place, noted, program)),
        running=is_running(place),
    )


def _luarc(place: Place) -> LuarcDone | None:
    if place.luarc is None:
        return None
    now = read_luarc(place.luarc) or b""
    if loads_plugin(now):
        return LuarcDone.THERE
    return LuarcDone.MANAGED if has_script_manager(now) else LuarcDone.NOT_THERE


def _program(place: Place) -> tuple[str, ProgramFrom]:
    """What the plug-in would run. Lightroom's own settings cannot be read from outside."""
    if place.luarc is not None:
        settings = place.base / "darktablerc"
        chosen = PREFERENCE.search(settings.read_bytes()) if settings.is_file() else None
        if chosen and chosen[1].strip():
            return os.fsdecode(chosen[1].rstrip(b"\r")), ProgramFrom.PREFERENCE
    note = place.folder / NOTE
    noted = noted_program(note.read_bytes()) if note.is_file() else ""
    return (noted, ProgramFrom.NOTE) if noted else (shutil.which("assist") or "assist", ProgramFrom.PATH)


def _outside(place: Place, noted: Manifest | None, program: str) -> str:
    """The program behind the script that darktable runs inside a flatpak: from here that script cannot be tried."""
    is_ours = place.packing is Packing.FLATPAK and program == str(place.folder / HOST_SCRIPT)
    return noted.program if is_ours and noted else program
