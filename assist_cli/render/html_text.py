"""Any text made safe inside an HTML page."""

from __future__ import annotations

import html
import unicodedata

UNWRITABLE = frozenset({"Cc", "Cs"})
"""Unicode's categories of control characters and of surrogates, as which undecodable bytes of a file name arrive."""
STANDS_FOR_THEM = "\N{REPLACEMENT CHARACTER}"


def html_text(text: str) -> str:
    """Safe as text and between double quotes, and always writable as UTF-8."""
    shown = (STANDS_FOR_THEM if unicodedata.category(letter) in UNWRITABLE else letter for letter in text)
    return html.escape("".join(shown))


def html_name(name: str) -> str:
    """A file name, alone in whatever direction its letters run; where it is too long it breaks after `_` and `-`."""
    return f"<bdi>{html_text(name).replace('_', '_<wbr>').replace('-', '-<wbr>')}</bdi>"
