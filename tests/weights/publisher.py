"""A publisher on 127.0.0.1, and public entries that point to it."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from weights.public_checkpoint import PUBLIC_ENTRIES


class Publisher(ThreadingHTTPServer):
    """Serves `files`, whole or from a byte on; `breaks_after` bytes of an answer it hangs up, `status` it answers instead."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.files: dict[str, bytes] = {}
        self.ranges: list[str | None] = []
        self.breaks_after: int | None = None
        self.status: int | None = None
        self.knows_ranges = True

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{name}"


class Answer(BaseHTTPRequestHandler):
    """One request."""

    server: Publisher

    def do_GET(self) -> None:
        asked = self.headers["Range"]
        self.server.ranges.append(asked)
        whole = self.server.files.get(self.path[1:])
        if whole is None or self.server.status:
            self.send_error(self.server.status or 404)
            return
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and self.server.knows_ranges else 0
        if start >= len(whole):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(whole) - 1}/{len(whole)}")
        self.send_header("Content-Length", str(len(whole) - start))
        self.end_headers()
        with suppress(ConnectionError):  # who asked has had enough
            self.wfile.write(whole[start:][: self.server.breaks_after])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running_publisher() -> Iterator[Publisher]:
    """Serves until the block ends."""
    server = Publisher()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def entry_for(name: str, file: Path, url: str, *, pinned: bool = True) -> str:
    """The public entry `name`, of one file, as if `file` were what its publisher offers at `url`."""
    text = (PUBLIC_ENTRIES / f"{name}.toml").read_text()
    text = re.sub(r'(?m)^(sha256 = ".*"|size_bytes = .*)\n', "", text)
    digest = f'\nsha256 = "{hashlib.sha256(file.read_bytes()).hexdigest()}"\nsize_bytes = {file.stat().st_size}'
    return re.sub(r'(?m)^url = ".*"$', f'url = "{url}"{digest if pinned else ""}', text)
