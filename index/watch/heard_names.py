"""Which of the names that events tell are worth passing on."""

from __future__ import annotations

from pathlib import Path

from index.photo.files import is_skipped_folder
from index.watch.passing_names import is_arriving_photo


def is_heard_folder_name(name: str) -> bool:
    """Whether photos inside a folder of this name count, as `index.photo.files` has it."""
    return not name.startswith(".") and not is_skipped_folder(name)


def is_heard_photo(inside: Path) -> bool:
    """Whether the photo with this path below a watched folder is to be told of."""
    return is_arriving_photo(inside) and all(map(is_heard_folder_name, inside.parts[:-1]))


def is_heard_folder(inside: Path) -> bool:
    """The same for a folder below a watched one."""
    return all(map(is_heard_folder_name, inside.parts))
