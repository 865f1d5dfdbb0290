"""Pictures in kitty's graphics protocol: sent once under a number, then placed and taken off by it."""

from __future__ import annotations

import base64
import os
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import ClassVar

import cv2
import numpy as np
import numpy.typing as npt

from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.fit import Fit, Size
from assist_cli.pictures.placed_picture import at
from assist_cli.pictures.placeholders import MOST_CELLS, placeholder_cells
from assist_cli.pictures.terminal import Terminal
from assist_cli.pictures.tmux import passed_through

U8 = npt.NDArray[np.uint8]

CHUNK_BYTES = 4096
"""The protocol: of base64 in one sequence, at most."""
RGB, PNG = 24, 100
"""The protocol: values of `f`."""
FILE_NAME = "tty-graphics-protocol"
"""The protocol: a temporary file is read, and then deleted, only where its path has this in it."""
LARGEST_NUMBER = 0xFFFFFF
"""Of a picture: what a placeholder's colour can tell."""
PNG_LEVEL = 1
"""At a photo of 1,600 px as fast as zlib's first level and a third smaller, as PNG filters first (2.6 of 5.1 MB, 106 ms)."""

_numbers = count(random.randrange(1, LARGEST_NUMBER))
"""From anywhere, lest two programs in one terminal use the same."""


@dataclass(frozen=True, slots=True)
class KittyPicture:
    """`data`: RGB bytes, or base64 of RGB or PNG where `encoded`; `size_px`: (width, height) of what is sent."""

    number: int
    data: bytes
    encoded: bool
    data_format: int
    size_px: Size
    cells: Size
    bound: str
    """`c=..` or `r=..`: which side of its box the picture fills, so that the terminal keeps its shape."""
    in_tmux: bool

    QUIET: ClassVar[str] = "q=2"
    """No answer: it would be read as keys."""

    @property
    def size_bytes(self) -> int:
        """See `PlacedPicture`."""
        return len(self.data)

    @property
    def printed(self) -> CellPicture | None:
        """Placeholders, within tmux."""
        return placeholder_cells(self.number, self.cells) if self.in_tmux else None

    def upload(self, folder: Path | None) -> str:
        """See `PlacedPicture`."""
        width, height = self.size_px
        head = f"a=t,i={self.number},f={self.data_format},s={width},v={height},{self.QUIET}"
        sent = "".join(self._in_text(head) if self.encoded or folder is None else self._in_file(head, folder))
        if not self.in_tmux:
            return sent
        columns, rows = self.cells
        return sent + self._command(f"a=p,U=1,i={self.number},c={columns},r={rows},{self.QUIET}")

    def place(self, column: int, row: int) -> str:
        """See `PlacedPicture`; it moves there if it is elsewhere."""
        if self.in_tmux:
            return ""
        return at(column, row, self._command(f"a=p,i={self.number},p=1,{self.bound},C=1,{self.QUIET}"))

    def erase(self, column: int, row: int) -> str:  # noqa: ARG002
        """See `PlacedPicture`."""
        return "" if self.in_tmux else self._command(f"a=d,d=i,i={self.number},{self.QUIET}")

    def discard(self) -> str:
        """See `PlacedPicture`."""
        return self._command(f"a=d,d=I,i={self.number},{self.QUIET}")

    def _in_text(self, head: str) -> Iterator[str]:
        data = self.data if self.encoded else base64.b64encode(self.data)
        for start in range(0, len(data), CHUNK_BYTES):
            more = int(start + CHUNK_BYTES < len(data))
            keys = f"{head},t=d,m={more}" if start == 0 else f"m={more},{self.QUIET}"
            yield self._command(keys, data[start : start + CHUNK_BYTES].decode("ascii"))

    def _in_file(self, head: str, folder: Path) -> Iterator[str]:
        descriptor, name = tempfile.mkstemp(prefix=f"{FILE_NAME}-", dir=folder)
        with os.fdopen(descriptor, "wb") as file:
            file.write(self.data)
        yield self._command(f"{head},t=t", base64.b64encode(os.fsencode(name)).decode("ascii"))

    def _command(self, keys: str, payload: str = "") -> str:
        sequence = f"\x1b_G{keys};{payload}\x1b\\" if payload else f"\x1b_G{keys}\x1b\\"
        return passed_through(sequence) if self.in_tmux else sequence


def kitty_picture(rgb: U8, fitted: Fit, box: Size, terminal: Terminal) -> KittyPicture:
    """(H, W, 3) uint8 sRGB, of at most the size it is shown at -> the picture, shown in `fitted.cells` of a `box`."""
    data, data_format, encoded = _encoded(rgb, terminal)
    cells = (min(fitted.cells[0], MOST_CELLS), min(fitted.cells[1], MOST_CELLS))
    fills_width = fitted.size_px[0] >= box[0] * terminal.cell_px[0]
    bound = f"c={cells[0]}" if fills_width else f"r={cells[1]}"
    size_px = (rgb.shape[1], rgb.shape[0])
    number = next(_numbers) % LARGEST_NUMBER + 1
    return KittyPicture(number, data, encoded, data_format, size_px, cells, bound, terminal.in_tmux)


def _encoded(rgb: U8, terminal: Terminal) -> tuple[bytes, int, bool]:
    if terminal.is_remote:
        bgr = cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR)
        written = cv2.imencode(".png", bgr, [cv2.IMWRITE_PNG_COMPRESSION, PNG_LEVEL])[1]
        return base64.b64encode(written.tobytes()), PNG, True
    if terminal.reads_files:
        return rgb.tobytes(), RGB, False
    return base64.b64encode(np.ascontiguousarray(rgb).data), RGB, True
