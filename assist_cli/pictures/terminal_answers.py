"""What a terminal is asked about itself, and what its answers mean."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from pathlib import Path

KITTY_ID, FILE_ID = 31, 32
"""Numbers of the two pictures that are asked about, to tell the answers apart."""

IMAGE_IN_TEXT = "\x1b_Gi={},s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
IMAGE_IN_FILE = "\x1b_Gi={},s=1,v=1,a=q,t=t,f=24;{}\x1b\\"
"""kitty's graphics protocol, "Querying support": one pixel, sent within the text or left in a file, not to be shown."""
WHAT_NAME = "\x1b[>q"
"""xterm, ctlseqs: XTVERSION."""
WHAT_CELL_SIZE = "\x1b[16t"
"""xterm, ctlseqs: XTWINOPS 16, the size of a character in pixels."""
WHAT_FEATURES = "\x1b]1337;Capabilities\x1b\\"
"""iTerm2, "Feature reporting"."""
HAS_24_BITS = "\x1b[48;2;1;2;3m\x1bP$qm\x1b\\\x1b[0m"
"""Set a colour that is none of 256, ask which is set (DECRQSS, VT420), set it back."""
WHAT_KIND = "\x1b[c"
"""DA1, which every terminal answers: asked last, its answer says that no other will come."""

KIND = re.compile(rb"\x1b\[\?([\d;]*)c")
SIXEL_ATTRIBUTE = b"4"
"""Among the attributes of DA1 (DEC, VT340): sixel graphics."""
CELL_SIZE = re.compile(rb"\x1b\[6;(\d+);(\d+)t")
NAME = re.compile(rb"\x1bP>\|([^\x1b]*)\x1b\\")
FEATURES = re.compile(rb"\x1b\]1337;Capabilities=([^\x07\x1b]*)")
FILE_FEATURE = re.compile(rb"F(?![a-z])")
"""iTerm2, "Feature reporting": a code is a capital with small letters after it; F alone is files within the text."""
SEQUENCE = re.compile(rb"\x1b(?:[P_\]^X][^\x07\x1b]*(?:\x07|\x1b\\)|\[[0-?]*[ -/]*[@-~]|O.|.?)", re.DOTALL)
"""Whatever begins with ESC (ECMA-48, 5): a string and its end, a control sequence, or a single character."""
TRUE_COLOUR = re.compile(rb"\x1bP1\$r[^\x1b]*48[:;]2[:;][:;\d]*1[:;]2[:;]3m")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a terminal said. `cell_px`: (width, height), None where it did not tell."""

    answered: bool = False
    kitty: bool = False
    reads_files: bool = False
    sixel: bool = False
    files_in_text: bool = False
    true_colour: bool = False
    cell_px: tuple[int, int] | None = None
    name: str = ""
    typed: str = ""
    """Keys that a person pressed meanwhile, but for those that are sequences themselves, such as arrows."""


def questions(pixel_file: Path | None) -> str:
    """Everything at once. `pixel_file`: holds three bytes, for a terminal that may read files of this machine."""
    asked = [IMAGE_IN_TEXT.format(KITTY_ID)]
    if pixel_file:
        asked.append(IMAGE_IN_FILE.format(FILE_ID, base64.b64encode(bytes(pixel_file)).decode()))
    return "".join([*asked, WHAT_NAME, WHAT_CELL_SIZE, WHAT_FEATURES, HAS_24_BITS, WHAT_KIND])


def is_complete(heard: bytes) -> bool:
    """Whether the last question was answered."""
    return KIND.search(heard) is not None


def read_answers(heard: bytes) -> Answers:
    """What was `heard`, keys that a person pressed meanwhile and all."""
    kind, cell, name, features = (found.search(heard) for found in (KIND, CELL_SIZE, NAME, FEATURES))
    cell_px = (int(cell[2]), int(cell[1])) if cell and int(cell[1]) and int(cell[2]) else None
    return Answers(
        answered=kind is not None,
        kitty=_is_ok(heard, KITTY_ID),
        reads_files=_is_ok(heard, FILE_ID),
        sixel=kind is not None and SIXEL_ATTRIBUTE in kind[1].split(b";")[1:],
        files_in_text=features is not None and FILE_FEATURE.search(features[1]) is not None,
        true_colour=TRUE_COLOUR.search(heard) is not None,
        cell_px=cell_px,
        name=name[1].decode("utf-8", "replace") if name else "",
        typed=SEQUENCE.sub(b"", heard).decode("utf-8", "ignore"),
    )


def _is_ok(heard: bytes, number: int) -> bool:
    return re.search(rb"\x1b_G(?:[^;\x1b]*,)?i=%d(?:,[^;\x1b]*)?;OK\x1b\\" % number, heard) is not None
