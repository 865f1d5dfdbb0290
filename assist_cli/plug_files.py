"""The files through which an editor without sockets talks to us: request, reply, progress, and one whose coming means stop."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from pathlib import Path

from assist_cli.failures import BadRequestError
from assist_cli.render.whole_file import write_whole
from plugins.hearing import Cancelled, PlugProgress
from plugins.protocol import MOST_BYTES, SCHEMA

EVERY_S = 0.1
"""How often progress is written at most: a choice, ten times a second looks smooth."""

OUR_REPLY = b'{"schema":"' + SCHEMA.encode("ascii")
OUR_PROGRESS = b'{"done":'


@dataclass
class PlugFiles:
    """`reply` and `progress` only ever appear whole. A file that is there already must be empty, or an earlier one of ours."""

    request: Path
    reply: Path
    progress: Path | None = None
    cancel: Path | None = None
    _written_s: float = field(default=float("-inf"), init=False)

    def begin(self) -> None:
        """Takes an earlier reply away, so that it is never taken for this one. Raises `BadRequestError` rather than touch
        anything that is not ours."""
        for path, ours in ((self.reply, OUR_REPLY), (self.progress, OUR_PROGRESS)):
            if path is not None and not _may_replace(path, ours):
                raise BadRequestError(
                    f"{path} is something else: it was not touched", "name a file that is not there yet"
                )
            if path is not None and not path.parent.is_dir():
                raise BadRequestError(f"cannot write {path}", "name a file in a folder that exists")
        self.reply.unlink(missing_ok=True)

    def asked(self) -> bytes:
        """The request, as much of it as may be. Raises `OSError`."""
        with self.request.open("rb") as file:
            return file.read(MOST_BYTES + 1)

    def answer(self, data: bytes) -> None:
        """Writes the reply. Raises `OSError`."""
        write_whole(self.reply, data)

    def hear(self, progress: PlugProgress) -> None:
        """Writes how far it is. Raises `Cancelled` once the cancel file is there."""
        if self.cancel is not None and self.cancel.exists():
            raise Cancelled
        now_s = time.monotonic()
        if self.progress is None or (now_s - self._written_s < EVERY_S and progress.done < progress.total):
            return
        self._written_s = now_s
        said = {"done": progress.done, "total": progress.total, "words": progress.words}
        write_whole(self.progress, json.dumps(said, separators=(",", ":")).encode("ascii"))


def _may_replace(path: Path, ours: bytes) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(len(ours))
    except FileNotFoundError:
        return True
    except OSError:  # a folder, or not to be read: nothing of ours
        return False
    return head in (b"", ours)
