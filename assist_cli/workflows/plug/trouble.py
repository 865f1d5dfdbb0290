"""A photo that cannot be answered, as editors are told."""

from __future__ import annotations

from assist_cli.workflows.plug.plug_desk import Answered
from index.photo.errors import UnreadablePhoto
from plugins.protocol import PlugError, PlugResult


def unread(photo: UnreadablePhoto) -> Answered:
    """The file, and why it cannot be read."""
    return Answered(
        (photo.path,), PlugResult(str(photo.path), error=PlugError(photo.kind.value, photo.message, photo.hint))
    )
