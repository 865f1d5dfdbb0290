"""An HTTP server that answers one request of a plug-in, breaks off in the middle of the second, and is gone then."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from plugins.protocol import PlugReply, PlugResult, Verb, reply_bytes
from plugins.server.state_file import SCHEMA as STATE_SCHEMA

TOKEN = "a-token_of-43-letters"


@dataclass
class Heard:
    """What came in, and where the state file lies."""

    folder: Path
    headers: list[dict[str, str]] = field(default_factory=list)
    requests: list[dict] = field(default_factory=list)


@contextmanager
def broken_off_server(folder: Path) -> Iterator[Heard]:
    heard = Heard(folder)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path != "/v1/plug":
                self.send_error(404)
                return
            heard.headers.append({name.lower(): value for name, value in self.headers.items()})
            heard.requests.append(json.loads(body))
            results = [PlugResult(path, rating=3) for path in heard.requests[-1]["paths"]]
            answer = reply_bytes(PlugReply(Verb.RATE, "photo-assist test", results))
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            is_second = len(heard.requests) > 1
            self.wfile.write(answer[: len(answer) // 2] if is_second else answer)
            if is_second:
                self.server.socket.close()

        def log_message(self, *_args):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        state = {"schema": STATE_SCHEMA, "port": server.server_port, "token": TOKEN}
        (folder / "server.json").write_text(json.dumps(state), encoding="ascii")
        thread = threading.Thread(target=server.serve_forever, args=[0.05])
        thread.start()
        try:
            yield heard
        finally:
            server.shutdown()
            thread.join(20)
