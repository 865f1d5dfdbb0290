"""Which culls of the same photos are open beside this one: each locks a file of its own beside the catalogue; a kill unlocks it.

Nothing waits for it, and no mark depends on it: see `kept_marks`. It is there to be told.
"""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from assist_cli.workflows.find_photos import absolute

log = logging.getLogger(__name__)

BEGINNING, SUFFIX = ".cull-", ".lock"
MOST_BYTES = 1_000_000
"""Of the names of what is culled: far more than a command line holds."""


class OtherCulls:
    """Tells others of this one from `with` on. Where a file system cannot lock, nobody knows of anybody."""

    def __init__(self, catalog: Path, paths: Sequence[Path]) -> None:
        self._catalog = Path(os.path.realpath(catalog))
        self._paths = absolute(paths)
        self._own = self._catalog.with_name(f"{self._catalog.name}{BEGINNING}{os.getpid()}{SUFFIX}")
        self._descriptor: int | None = None

    def __enter__(self) -> OtherCulls:
        """Says that this one is open."""
        try:
            self._descriptor = os.open(self._own, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.write(self._descriptor, b"\0".join(map(os.fsencode, self._paths)))
        except OSError as error:
            log.debug("%s cannot be locked (%s); going on without", self._own, error.strerror)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Says that it is closed."""
        if self._descriptor is not None:
            _remove(self._own)
            os.close(self._descriptor)

    def are_open(self) -> bool:
        """Whether a cull of photos that are culled here is open elsewhere."""
        pattern = f"{self._catalog.name}{BEGINNING}*{SUFFIX}"
        return any(self._is_beside(file) for file in self._catalog.parent.glob(pattern) if file != self._own)

    def _is_beside(self, file: Path) -> bool:
        try:
            descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError as error:
            log.debug("%s: %s", file, error.strerror)  # it ended just now, or is somebody else's
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return self._overlaps(os.read(descriptor, MOST_BYTES).split(b"\0"))
        except OSError as error:
            log.debug("%s cannot be locked: %s", file, error.strerror)
            return False
        else:
            _remove(file)  # left behind by a kill, and locked now, so that nobody else's goes
            return False
        finally:
            os.close(descriptor)

    def _overlaps(self, names: Sequence[bytes]) -> bool:
        others = [Path(os.fsdecode(name)) for name in names if name]
        return any(
            one == other or one in other.parents or other in one.parents for one in self._paths for other in others
        )


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        log.debug("%s stays: %s", file, error.strerror)
