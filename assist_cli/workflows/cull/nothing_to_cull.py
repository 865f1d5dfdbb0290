"""What was named for a cull and holds no photo to look at: one line is better than a screen that says so."""

from __future__ import annotations

from collections.abc import Sequence

from assist_cli.failures import AssistError, BadRequestError, ExitCode
from assist_cli.workflows.find_photos import Found
from index.photo.errors import UnreadablePhoto
from index.photo.formats import is_photo


class NothingReadableError(AssistError):
    """All that was named cannot be opened."""

    exit_code: int = ExitCode.SOME_UNREADABLE


def no_photo_at_all(found: Sequence[Found]) -> AssistError | None:
    """Why none of this can be culled; None where something looks like a photo. A photo that is broken is one."""
    if any(is_photo(one.path) for one in found):
        return None
    unreadable = [one for one in found if isinstance(one, UnreadablePhoto)]
    if len(unreadable) == len(found):
        first = unreadable[0]
        return NothingReadableError(f"{first.path} cannot be read: {first.message}", first.hint)
    if any(_is_read(one) for one in found if not isinstance(one, UnreadablePhoto)):
        return None
    return BadRequestError(f"{found[0].path} is no photo", "name a folder that holds photos, or a photo")


def _is_read(found: Found) -> bool:
    """By what it holds, whatever it is called."""
    # Late: nearly nobody names such files.
    from index.photo.read import read_photo
    from index.photo.record import Asset

    return not isinstance(read_photo(Asset(found.path)), UnreadablePhoto)
