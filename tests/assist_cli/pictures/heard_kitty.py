"""Understands kitty's graphics protocol, as far as we speak it."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image

COMMAND = re.compile(r"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")
PASSED = re.compile(r"\x1bPtmux;((?:\x1b\x1b|[^\x1b])*)\x1b\\")


@dataclass
class HeardKitty:
    """`pictures`: number to (H, W, 3); `shown`: number to the keys of its placement; `longest`: the longest payload."""

    pictures: dict[int, np.ndarray] = field(default_factory=dict)
    shown: dict[int, dict[str, str]] = field(default_factory=dict)
    longest: int = 0
    _parts: list[str] = field(default_factory=list)
    _head: dict[str, str] = field(default_factory=dict)

    def hear(self, written: str) -> HeardKitty:
        for told, payload in COMMAND.findall(written):
            self._obey(dict(pair.split("=") for pair in told.split(",")), payload)
        return self

    def hear_through_tmux(self, written: str) -> HeardKitty:
        assert PASSED.sub("", written) == ""
        return self.hear("".join(part.replace("\x1b\x1b", "\x1b") for part in PASSED.findall(written)))

    def _obey(self, keys: dict[str, str], payload: str) -> None:
        assert keys["q"] == "2"
        self.longest = max(self.longest, len(payload))
        match keys.get("a"):
            case "t" if keys["t"] == "t":
                path = Path(base64.b64decode(payload).decode())
                assert "tty-graphics-protocol" in str(path)
                self._keep(keys, path.read_bytes())
                path.unlink()
            case "p":
                assert int(keys["i"]) in self.pictures
                self.shown[int(keys["i"])] = keys
            case "d":
                self.shown.pop(int(keys["i"]), None)
                if keys["d"] == "I":
                    del self.pictures[int(keys["i"])]
            case _:
                self._chunk(keys, payload)

    def _chunk(self, keys: dict[str, str], payload: str) -> None:
        self._head = self._head or keys
        self._parts.append(payload)
        if keys["m"] == "0":
            self._keep(self._head, base64.b64decode("".join(self._parts)))
            self._parts, self._head = [], {}

    def _keep(self, keys: dict[str, str], data: bytes) -> None:
        if keys["f"] == "100":
            self.pictures[int(keys["i"])] = np.asarray(Image.open(io.BytesIO(data)))
            return
        self.pictures[int(keys["i"])] = np.frombuffer(data, np.uint8).reshape(int(keys["v"]), int(keys["s"]), 3)
