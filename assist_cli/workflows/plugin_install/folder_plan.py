"""What becomes of each file in a plug-in's folder: ours is replaced, a person's is never lost."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from assist_cli.failures import AssistError
from assist_cli.workflows.plugin_install.folder_look import LINK
from assist_cli.workflows.plugin_install.manifest import Manifest, digest
from assist_cli.workflows.plugin_install.program_note import NOTE


@dataclass(frozen=True, slots=True)
class FolderPlan:
    """The folder as it will be."""

    write: Mapping[str, bytes]
    """Ours."""
    carried: tuple[str, ...]
    """A person's own files, as they are."""
    kept: Mapping[str, str]
    """Files of ours that a person changed, and the names under which they stay beside ours."""
    changes: bool
    """Whether any file differs from what is there."""


def plan_folder(present: Mapping[str, str], ours: Mapping[str, bytes], before: Manifest | None) -> FolderPlan:
    """`present`: as `look_into`. `ours`: what is to be there. `before`: what we noted last. Raises `AssistError`."""
    noted = before.files if before else {}
    digests = {name: digest(data) for name, data in ours.items()}
    persons = [name for name, now in present.items() if now == LINK or now not in (digests.get(name), noted.get(name))]
    write = {name: data for name, data in ours.items() if not (name == NOTE and NOTE in persons)}
    kept: dict[str, str] = {}
    for name in persons:
        if name != NOTE and (name in ours or name in noted):
            beside = _free_name(name, present)
            kept |= {name: beside} if beside else {}
    carried = tuple(name for name in persons if name == NOTE or (name not in ours and name not in noted))
    _check_names(write, carried)
    dropped = [name for name in noted if name in present and name not in ours and name not in persons]
    written = any(present.get(name) != digests[name] for name in write)
    return FolderPlan(write, carried, kept, changes=bool(written or kept or dropped))


def _free_name(name: str, present: Mapping[str, str]) -> str | None:
    """A name beside it that nobody has; None where the same bytes are kept there already."""
    for number in itertools.count(1):
        beside = f"{name}.kept{number if number > 1 else ''}"
        if beside not in present:
            return beside
        if present[beside] == present[name] and present[name] != LINK:
            return None
    raise AssertionError("numbers do not end")


def _check_names(write: Mapping[str, bytes], carried: tuple[str, ...]) -> None:
    files, folders = {*write, *carried}, set[str]()
    for name in files:
        folders |= {str(parent) for parent in PurePosixPath(name).parents}
    both = sorted(files & folders)
    if both:
        raise AssistError(f"{both[0]} has to be a file, and is a folder, or the other way round", "move it away first")
