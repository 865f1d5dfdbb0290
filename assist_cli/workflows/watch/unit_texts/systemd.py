"""A systemd user unit, escaped as systemd.syntax(7) and systemd.service(5) ("Command lines") want it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable

from assist_cli.workflows.watch.unit_texts.service import Service

HEAD = "# Written by assist watch --install; assist watch --uninstall takes it away again.\n# sha256 of what follows: "
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "%": "%%"}
"""Within double quotes (systemd.syntax(7), "Quoting"); `%` begins a specifier everywhere (systemd.unit(5), "Specifiers")."""

UNIT = """\
[Unit]
Description={description}

[Service]
Type=exec
# The colon leaves $ in names as it is (systemd.service(5)).
ExecStart=:{command}
Restart=on-failure
RestartSec=30
# 3: ended as asked, some photos could not be read. 130: ended by a signal. A folder that is not there yet is tried again.
SuccessExitStatus=3 130
# The processes that judge photos are for it to end.
KillMode=mixed
TimeoutStopSec=30
Nice=10
IOSchedulingClass=best-effort
IOSchedulingPriority=7

[Install]
WantedBy=default.target
"""


def systemd_unit(service: Service) -> bytes:
    """The file's text; names that are no UTF-8 are written as \\xNN."""
    body = UNIT.format(
        description=f"photo-assist watches {_plain(', '.join(map(str, service.paths)))}",
        command=" ".join(quoted(argument) for argument in service.arguments),
    ).encode()
    return HEAD.encode() + hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def is_ours_unchanged(unit: bytes) -> bool:
    """Whether we wrote this unit, and nobody has changed it since."""
    head, _, rest = unit.partition(HEAD.encode())
    digest, _, body = rest.partition(b"\n")
    return not head and digest == hashlib.sha256(body).hexdigest().encode()


def quoted(argument: str) -> str:
    """One argument of a command line, always in double quotes: no space, quote, `;` or `%` in it means anything."""
    return f'"{"".join(_letters(argument))}"'


def _letters(text: str) -> Iterable[str]:
    for letter in text:
        if letter in ESCAPES:
            yield ESCAPES[letter]
        elif letter.isprintable():
            yield letter
        else:
            # Control characters, and bytes of a name that is no UTF-8.
            yield "".join(f"\\x{byte:02x}" for byte in os.fsencode(letter))


def _plain(text: str) -> str:
    """A description knows no quotes: one line, specifiers off; a backslash at its end would go on with the next line."""
    seen = "".join(letter if letter.isprintable() else "?" for letter in text)
    return seen.replace("%", "%%").rstrip("\\")
