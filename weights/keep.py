"""What becomes of a public checkpoint on this machine: its entry, completed, and for some kinds the file as it was published."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from weights.cache import require_room
from weights.digest import sha256
from weights.public_checkpoint import RATING, PublicCheckpoint


def keep_as_published(checkpoint: PublicCheckpoint, file: Path, folder: Path) -> None:
    """Copy `file` into `folder` as `<name>` with its publisher's ending, its entry beside it; raises `OSError`."""
    require_room(folder, file.stat().st_size)
    # The publisher's ending, not that of a copy which somebody may have renamed: it names the format.
    kept = folder / f"{checkpoint.name}{Path(checkpoint.files[0].file).suffix}"
    shutil.copyfile(file, kept)
    write_entry(checkpoint, [kept], {checkpoint.files[0].role: sha256(file)}, folder)


def write_entry(checkpoint: PublicCheckpoint, made: Iterable[Path], sources: Mapping[str, str], folder: Path) -> Path:
    """Write `<name>.toml`: the public entry, then the files `made` of it, then the sha256 of the file of each role."""
    parts = [checkpoint.text.rstrip() + "\n"]
    parts += [f'[files.{path.suffix[1:]}]\nfile = "{path.name}"\nsha256 = "{sha256(path)}"\n' for path in made]
    parts += [f'[made_from.{role}]\nsha256 = "{digest}"\n' for role, digest in sources.items()]
    if checkpoint.kind == RATING:
        parts.append(
            "[percentiles]\n# nobody has told how the ratings of this network are spread over photos\nmean_rating = []\n"
        )
    entry = folder / f"{checkpoint.name}.toml"
    entry.write_text("\n".join(parts), encoding="utf-8")
    return entry
