"""A shoot's groups as a contact sheet: one HTML page that holds its own pictures and opens offline."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator

from assist_cli.render.html_text import html_text
from assist_cli.render.sheet_contents import SheetFrame, SheetGroup
from assist_cli.render.sheet_group import group_html, singles_html
from assist_cli.render.sheet_script import SCRIPT
from assist_cli.render.sheet_style import STYLE

PROMISE = "Contact sheet made by photo-assist. Nothing was changed or deleted."
CAUTION = "A small copy, enlarged: judge sharpness in the photo itself."
SHEET_MARK = '<meta name="generator" content="photo-assist"><meta name="photo-assist" content="contact sheet">'
"""Only a page that begins with it is ever written over."""

FILTERS = (("all", "All"), ("groups", "Only groups"), ("keepers", "Keepers"), ("rejects", "Reject candidates"))


def sheet_html(title: str, groups: Iterable[SheetGroup], singles: Iterable[SheetFrame], summary: str) -> Iterator[str]:
    """The page in pieces, each writable as UTF-8; of the photos only one group is held at a time.

    `title`: the folder's name. `summary`: a sentence that counts photos, groups and decisions. Groups that are ranked are shown
    the best first, others as they were taken.
    """
    yield _head(html_text(title))
    yield _top(html_text(title), html_text(summary))
    number = 0
    for group in groups:
        yield from group_html(group, number)
        number += len(group.frames)
    yield from singles_html(singles, number)
    yield _END


def _head(title: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
{SHEET_MARK}
<meta http-equiv="Content-Security-Policy" content="{_policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>{title} - contact sheet</title>
<style>{STYLE}</style>
</head>
"""


def _policy() -> str:
    """Content Security Policy level 3: nothing is fetched, and of scripts and styles only ours count."""
    own = {name: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for name, text in _OWN.items()}
    rules = " ".join(f"{name}-src 'sha256-{digest}';" for name, digest in own.items())
    return f"default-src 'none'; img-src data:; {rules} base-uri 'none'; form-action 'none'"


def _top(title: str, summary: str) -> str:
    choices = "\n".join(
        f'<label class="for-{name}"><input type="radio" name="only" id="only-{name}"{" checked" if name == "all" else ""}>'
        f"{words}<output></output></label>"
        for name, words in FILTERS
    )
    return f"""<body>
<header class="page">
<h1><bdi>{title}</bdi></h1>
<p class="promise">{PROMISE}</p>
</header>
<nav class="bar" aria-label="Which photos to show"><div class="page">
<p>{summary}</p>
<fieldset>
<legend>Show</legend>
{choices}
</fieldset>
</div></nav>
<main class="page">
"""


_OWN = {"script": SCRIPT, "style": STYLE}

_END = f"""<p class="nothing">There are no photos to show.</p>
</main>
<dialog aria-label="Larger view">
<div class="large"><img src="data:," alt=""></div>
<div class="about"><div class="told"></div><p class="caution">{CAUTION}</p></div>
<div class="keys">
<button type="button" data-key="ArrowLeft">Previous</button>
<button type="button" data-key="ArrowRight" autofocus>Next</button>
<button type="button" class="close">Close</button>
<span class="at" aria-live="polite"></span>
</div>
</dialog>
<script>{SCRIPT}</script>
</body>
</html>
"""
