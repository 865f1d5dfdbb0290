"""Where `--sheet` may not go: over anything but an earlier sheet, and under no name that is not a page's."""

from __future__ import annotations

import os
from pathlib import Path

from assist_cli.failures import BadRequestError
from assist_cli.output_target import reason_against
from assist_cli.render.sheet_page import SHEET_MARK

SUFFIXES = frozenset({".html", ".htm"})
HEAD_BYTES = 4096
"""The mark of a sheet begins within its first 1,024 bytes, where HTML wants its encoding told too (HTML standard, 13.2.3.2)."""
OTHER_NAME = "give --sheet another name, such as groups.html"


def check_sheet(sheet: Path | None, catalog: Path) -> None:
    """Raises `BadRequestError` where a sheet at `sheet` would cost a file that is none, or cannot be written there.

    Links count as what they lead to. Raises `OSError` where nobody may look.
    """
    if sheet is None:
        return
    reason, hint = _reason_and_hint(sheet, Path(os.path.realpath(sheet)), catalog)
    if reason:
        raise BadRequestError(f"will not write a contact sheet to {sheet}: {reason}", hint)


def _reason_and_hint(sheet: Path, target: Path, catalog: Path) -> tuple[str, str]:
    if str(sheet) == "-":
        return "a sheet is a page, not text for a pipe", "name its file, such as --sheet groups.html"
    if target.is_dir():
        return "that is a folder", f"name a file in it, such as --sheet {sheet / 'groups.html'}"
    reason = reason_against(sheet, target, catalog) or _reason_against_name(sheet)
    if reason:
        return reason, OTHER_NAME
    if not target.parent.is_dir():
        return f"there is no folder {target.parent}", "make the folder first, or give --sheet another place"
    if target.exists() and not _is_sheet(target):
        return "that file is there and is no contact sheet of photo-assist", OTHER_NAME
    return "", ""


def _reason_against_name(sheet: Path) -> str:
    return "" if sheet.suffix.lower() in SUFFIXES else "its name does not end in .html"


def _is_sheet(target: Path) -> bool:
    if not target.is_file():
        return False
    with target.open("rb") as file:
        return SHEET_MARK.encode() in file.read(HEAD_BYTES)
