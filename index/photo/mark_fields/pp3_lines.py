"""A RawTherapee profile (.pp3) as lines: values are replaced where they stand, all other bytes stay.

The format is GLib's key file: `[Group]`, `Key=value`, `#` comments; of a key that stands twice the last one counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from index.photo.xmp_edit.splices import Splice

GROUP = re.compile(rb"\s*\[([^\]\r\n]*)\]\s*$")
ENTRY = re.compile(rb"\s*([^\s=#\[][^=\r\n]*?)[ \t]*=[ \t]*([^\r\n]*?)[ \t]*$")
FIRST = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[ \t]*(?:\[[^\]\r\n]*\]|#[^\r\n]*\Z|\Z)")
MARK = b"\xef\xbb\xbf"
"""UTF-8's byte order mark."""
Place = tuple[str, str]
"""Group and key."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pp3Lines:
    """What stands where in a profile."""

    values: Mapping[Place, tuple[Value, ...]]
    ends: Mapping[str, int]
    """Group -> behind its last line that holds anything."""
    length: int
    newline: bytes
    ends_with_newline: bool
    is_profile: bool
    """Whether it is text that begins with a group, but for blank lines and comments; or holds nothing."""

    def text(self, group: str, key: str) -> str | None:
        """The value that counts, or None."""
        found = self.values.get((group, key))
        return found[-1].text if found else None


def pp3_lines(data: bytes) -> Pp3Lines:
    """Never fails: what is no line of a profile is passed over."""
    values: dict[Place, tuple[Value, ...]] = {}
    ends: dict[str, int] = {}
    group, position = "", 0
    for line in data.splitlines(keepends=True):
        body = line.rstrip(b"\r\n")
        skipped = len(MARK) if position == 0 and body.startswith(MARK) else 0
        if opened := GROUP.match(body[skipped:]):
            group = _text(opened[1])
        elif entry := ENTRY.match(body[skipped:]):
            start = position + skipped
            value = Value(_text(entry[2]), start + entry.start(2), start + entry.end(2))
            place = group, _text(entry[1])
            values[place] = (*values.get(place, ()), value)
        position += len(line)
        if body.strip():
            ends[group] = position
    newline = b"\r\n" if b"\r\n" in data else b"\n"
    is_profile = b"\0" not in data and FIRST.match(data) is not None
    return Pp3Lines(values, ends, len(data), newline, not data or data.endswith((b"\n", b"\r")), is_profile)


def pp3_splices(lines: Pp3Lines, wanted: Mapping[Place, str]) -> tuple[Splice, ...]:
    """What makes every key of `wanted` have its value: where it stands, else at the end of its group, else in a new group."""
    splices = [
        Splice(value.start, value.end, text.encode())
        for place, text in wanted.items()
        for value in lines.values.get(place, ())
        if value.text != text
    ]
    missing: dict[str, bytes] = {}
    for (group, key), text in wanted.items():
        if (group, key) not in lines.values:
            missing[group] = missing.get(group, b"") + f"{key}={text}".encode() + lines.newline
    added: dict[int, bytes] = {}
    for group, entries in sorted(missing.items(), key=lambda item: lines.ends.get(item[0], lines.length + 1)):
        position = lines.ends.get(group, lines.length)
        if group not in lines.ends:
            entries = f"[{group}]".encode() + lines.newline + entries
            entries = (lines.newline if lines.length or position in added else b"") + entries
        added[position] = added.get(position, b"") + entries
    splices += [Splice(position, position, _on_own_lines(lines, position, text)) for position, text in added.items()]
    return tuple(sorted(splices, key=lambda splice: (splice.start, splice.end)))


def _on_own_lines(lines: Pp3Lines, position: int, added: bytes) -> bytes:
    """The last line of a file may lack its end."""
    return lines.newline + added if position == lines.length and not lines.ends_with_newline else added


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
