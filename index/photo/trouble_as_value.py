"""The outermost net around everything that opens a photo: trouble ends here as a value."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from index.photo.errors import FailureKind, PhotoReadError, UnreadablePhoto

Result = TypeVar("Result")

log = logging.getLogger(__name__)


def trouble_as_value(path: Path, work: Callable[[], Result]) -> Result | UnreadablePhoto:
    """What `work` makes of the photo at `path`, or why it cannot be read.

    Decoders are C libraries behind many wrappers, and what a fuzzed file makes them raise has no end. Known troubles arrive as
    `PhotoReadError`; any other exception becomes UNEXPECTED and names its class, so that one photo never stops a run; its
    traceback is logged. Ctrl-C and exits are no `Exception` and pass.
    """
    try:
        return work()
    except PhotoReadError as error:
        if error.kind is FailureKind.UNEXPECTED:
            log.info("reading %s failed", path, exc_info=error)
        return error.at(path)
    except MemoryError:
        return UnreadablePhoto(path, FailureKind.TOO_LARGE, "there is not enough memory for it")
    except Exception as error:
        log.info("reading %s failed", path, exc_info=error)
        return UnreadablePhoto(path, FailureKind.UNEXPECTED, f"{type(error).__name__}: {error}")
