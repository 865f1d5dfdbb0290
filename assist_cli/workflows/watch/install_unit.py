"""Writes a watch as a systemd user service, and takes exactly that away again. Starting it is left to the person."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assist_cli.failures import AssistError
from assist_cli.workflows.find_photos import absolute
from assist_cli.workflows.own_program import own_program
from assist_cli.workflows.watch.unit_texts.service import Service, service_name
from assist_cli.workflows.watch.unit_texts.systemd import is_ours_unchanged, systemd_unit
from index.photo.safe_file.replace import remove_file, replace_file

NEVER_IN_PROGRAMS = frozenset("\"'\\")
"""However they are quoted: such a unit is refused (systemd's `string_is_safe`, seen with systemd 252)."""


class Done(StrEnum):
    """What became of the unit's file."""

    WRITTEN = "written"
    REPLACED = "replaced"
    AS_IT_WAS = "as it was"
    REMOVED = "removed"
    NOT_THERE = "not there"


@dataclass(frozen=True, slots=True)
class UnitFile:
    """Where the unit lies, and what was done to it."""

    path: Path
    done: Done
    links_removed: tuple[Path, ...] = ()
    """What `systemctl enable` had made, and led to it."""


def watch_service(paths: Sequence[Path], options: Sequence[str]) -> Service:
    """The watch of these folders. `options` as on a command line, global ones too."""
    where = tuple(absolute(paths))
    return Service(service_name(where), where, (*own_program(), "watch", *options, "--", *map(str, where)))


def unit_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where a person's own units lie (systemd.unit(5)); a relative `XDG_CONFIG_HOME` counts for nothing (XDG Base Directory)."""
    config = Path(environ.get("XDG_CONFIG_HOME") or "")
    return (config if config.is_absolute() else Path.home() / ".config") / "systemd" / "user"


def unit_path(service_or_name: Service | str) -> Path:
    """The file of this watch."""
    name = service_or_name if isinstance(service_or_name, str) else service_or_name.name
    return unit_folder() / f"{name}.service"


def install_unit(service: Service) -> UnitFile:
    """Writes the unit; one that a person has changed, or somebody else wrote, stays. Raises `AssistError`, `SafeFileError`."""
    _check_program(service.arguments[0])
    path, wanted = unit_path(service), systemd_unit(service)
    was = _read(path)
    if was == wanted:
        return UnitFile(path, Done.AS_IT_WAS)
    if was is not None:
        _check_ours(path, was)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, wanted, was=was)
    return UnitFile(path, Done.WRITTEN if was is None else Done.REPLACED)


def uninstall_unit(name: str) -> UnitFile:
    """Takes the unit away, and the links by which it was enabled. Raises `AssistError` where it is not ours any more."""
    path = unit_path(name)
    was = _read(path)
    if was is not None:
        _check_ours(path, was)
        remove_file(path, was=was)
    wants = sorted(path.parent.glob("*.wants"))
    links = tuple(link for folder in wants if _leads_to(link := folder / path.name, path))
    for link in links:
        link.unlink()
        with suppress(OSError):  # other services are wanted there too
            link.parent.rmdir()
    return UnitFile(path, Done.NOT_THERE if was is None else Done.REMOVED, links)


def _read(path: Path) -> bytes | None:
    if not os.path.lexists(path):
        return None
    if path.is_symlink() or not path.is_file():
        raise AssistError(
            f"{path} is a link or no file, and was not written by assist", "look what it is, then remove it"
        )
    return path.read_bytes()


def _check_program(program: str) -> None:
    if not program.isprintable() or not NEVER_IN_PROGRAMS.isdisjoint(program):
        raise AssistError(
            f"systemd starts no program whose path holds a quote or a backslash: {program}",
            "install assist in another folder",
        )


def _check_ours(path: Path, unit: bytes) -> None:
    if not is_ours_unchanged(unit):
        raise AssistError(
            f"{path} was changed since assist wrote it, and is left as it is",
            f"remove it yourself if you can do without the changes; systemctl --user edit {path.name} keeps them apart",
        )


def _leads_to(link: Path, path: Path) -> bool:
    return link.is_symlink() and (link.parent / link.readlink()).resolve().parent == path.parent.resolve()
