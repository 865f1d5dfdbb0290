"""darktable's `luarc` as bytes: whether it loads our plug-in, with our line, and without it. Every other byte stays."""

from __future__ import annotations

import re

LINE = b'require "photo_assist/assist"'
_ENDING = re.compile(rb"\r\n|\n\r|\n|\r")
"""What Lua takes for the end of a line (Lua 5.4 reference manual, 3.1)."""
_LONG_COMMENT = re.compile(rb"--\[(=*)\[.*?\]\1\]", re.DOTALL)
_COMMENT = re.compile(rb"--[^\r\n]*")
_LOADS = re.compile(rb"""require\s*\(?\s*["']photo_assist[./]assist["']""")
_MANAGED = re.compile(rb"""require\s*\(?\s*["']tools[./]script_manager["']""")


def loads_plugin(luarc: bytes) -> bool:
    """Whether a line of code, however written, loads it."""
    return _LOADS.search(_code(luarc)) is not None


def has_script_manager(luarc: bytes) -> bool:
    """Whether lua-scripts' script manager decides what is loaded."""
    return _MANAGED.search(_code(luarc)) is not None


def ends_with_return(luarc: bytes) -> bool:
    """Whether its last statement is a `return`, behind which Lua takes no other."""
    lines = [line for line in _ENDING.split(_code(luarc)) if line.strip()]
    return bool(lines) and re.match(rb"\s*return\b", lines[-1]) is not None


def with_line(luarc: bytes) -> bytes:
    """Our line added at the end, with the line ending that the file has."""
    endings = _ENDING.findall(luarc)
    ending = endings[-1] if endings else b"\n"
    if not luarc or _ENDING.search(luarc[-1:]):
        return luarc + LINE + ending
    return luarc + ending + LINE


def without_line(luarc: bytes) -> bytes:
    """The same without the last line that is exactly ours; what `with_line` was given comes back."""
    pieces = re.split(rb"(\r\n|\n\r|\n|\r)", luarc)
    for at in range(len(pieces) - 1, -1, -2):
        if pieces[at] == LINE:
            # The line with its ending; where it is the last and has none, with the ending before it.
            first = at if at + 1 < len(pieces) else max(at - 1, 0)
            del pieces[first : first + 2]
            break
    return b"".join(pieces)


def _code(luarc: bytes) -> bytes:
    return _COMMENT.sub(b"", _LONG_COMMENT.sub(b"", luarc))
