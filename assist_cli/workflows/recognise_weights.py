"""Which public checkpoint a person's files are: told by their digests, else by the keys and shapes of what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from weights.digest import sha256
from weights.errors import WeightsError
from weights.public_checkpoint import PublicCheckpoint, find_public_checkpoint, public_checkpoints


@dataclass(frozen=True, slots=True)
class Recognised:
    """What files are, and by what they were known."""

    checkpoint: PublicCheckpoint
    files: Mapping[str, Path]
    """By role."""
    how: str


def recognise(paths: Sequence[Path], name: str | None) -> Recognised:
    """The checkpoint that `paths` make, which is the one called `name` where given; raises `WeightsError` or `OSError`."""
    digests = {sha256(path): path for path in paths}
    if name is not None:
        return as_named(find_public_checkpoint(name), digests)
    for checkpoint in public_checkpoints().values():
        files = by_digest(checkpoint, digests)
        if len(files) == len(checkpoint.files) == len(digests):
            return Recognised(checkpoint, files, "by its sha256")
        if files:
            missing = next(file for file in checkpoint.files if file.role not in files)
            raise incomplete(checkpoint, files, missing.file)
    if len(paths) == 1:
        return by_layout(paths[0])
    raise WeightsError("these files make no public checkpoint that we know", "add one at a time; assist weights list")


def as_named(checkpoint: PublicCheckpoint, digests: Mapping[str, Path]) -> Recognised:
    """The files as `checkpoint`, if those of its files whose digest is known have that digest."""
    files = by_digest(checkpoint, digests)
    left = [path for path in digests.values() if path not in files.values()]
    unpinned = [file for file in checkpoint.files if file.sha256 is None]
    if len(left) == len(unpinned) == 1:
        return Recognised(checkpoint, {**files, unpinned[0].role: left[0]}, "as you said")
    if left:
        digest = next(digest for digest, path in digests.items() if path is left[0])
        raise WeightsError(
            f"{left[0].name} is no published file of {checkpoint.name}: its sha256 is {digest}",
            f"assist weights pull {checkpoint.name} brings the published one",
        )
    missing = next((file for file in checkpoint.files if file.role not in files), None)
    if missing is not None:
        raise incomplete(checkpoint, files, missing.file)
    return Recognised(checkpoint, files, "by its sha256")


def by_digest(checkpoint: PublicCheckpoint, digests: Mapping[str, Path]) -> dict[str, Path]:
    """Those files, by role, whose digest the entry pins."""
    return {file.role: digests[file.sha256] for file in checkpoint.files if file.sha256 and file.sha256 in digests}


def by_layout(path: Path) -> Recognised:
    """The one checkpoint without a known digest that holds just these keys and shapes; among equals the file's name decides."""
    from scoring.checkpoints.convert import layout_problem
    from scoring.checkpoints.read_tensors import read_tensors

    tensors = read_tensors(path)
    single = [one for one in public_checkpoints().values() if one.layout and len(one.files) == 1]
    fitting = [one for one in single if layout_problem(one, {one.files[0].role: tensors}) is None]
    open_to_any = [one for one in fitting if one.files[0].sha256 is None]
    if fitting and not open_to_any:
        raise WeightsError(
            f"{path.name} is laid out as {fitting[0].name}, but its sha256 is not that of the published file",
            f"assist weights pull {fitting[0].name} brings that one",
        )
    named = [one for one in open_to_any if one.files[0].file == path.name]
    chosen = open_to_any if len(open_to_any) == 1 else named
    if len(chosen) == 1:
        how = "by its keys and shapes" + ("" if len(open_to_any) == 1 else " and its name")
        return Recognised(chosen[0], {chosen[0].files[0].role: path}, how)
    raise unknown(path, open_to_any)


def unknown(path: Path, fitting: Sequence[PublicCheckpoint]) -> WeightsError:
    """No checkpoint fits, or several do."""
    if fitting:
        names = " or ".join(checkpoint.name for checkpoint in fitting)
        return WeightsError(f"{path.name} may be {names}: they are laid out alike", "say which with --as NAME")
    return WeightsError(
        f"{path.name} holds other keys or shapes than every public checkpoint that we know",
        "assist weights list names them; --as NAME tells what is wrong with it",
    )


def incomplete(checkpoint: PublicCheckpoint, files: Mapping[str, Path], missing: str) -> WeightsError:
    """Some files of a checkpoint are here, but not all."""
    have = " and ".join(path.name for path in files.values())
    return WeightsError(
        f"{checkpoint.name} is made of {have} and {missing}",
        f"name both files, or let assist weights pull {checkpoint.name} bring them",
    )
