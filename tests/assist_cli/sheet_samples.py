"""Photos and groups for the tests of the contact sheet, and a reader of its pages."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import simplejpeg

from assist_cli.render.sheet_contents import SheetFrame, SheetGroup
from assist_cli.render.sheet_page import sheet_html
from scoring.groups.group import GroupKind

VOID = frozenset({"img", "meta", "input", "wbr", "br", "link"})
"""HTML's elements without an end tag (HTML living standard, 13.1.2), of those a contact sheet might use."""


def a_picture(level=120):
    return bytes(simplejpeg.encode_jpeg(np.full((24, 36, 3), level, np.uint8), quality=80))


def a_frame(name="IMG_0414.JPG", **facts):
    frame = SheetFrame(name, "", a_picture(), (6000, 4000), "14:02:03", None, None, (), False, None)
    return replace(frame, **facts)


def a_burst():
    """Two keepers that tie, an alternate and a reject candidate, in the order they were taken."""
    return SheetGroup(
        GroupKind.BURST,
        "4 frames in 1.0 s, same framing",
        (
            a_frame("A.JPG", rank=3, decision="alternate", reasons=("eyes sharper in B.JPG",), better="B.JPG"),
            a_frame("B.JPG", rank=1, decision="keeper", reasons=("all eyes open",), tied=True),
            a_frame(
                "C.JPG", rank=4, decision="reject_candidate", reasons=("eyes closed; open in B.JPG",), better="B.JPG"
            ),
            a_frame("D.JPG", rank=1, decision="keeper", tied=True),
        ),
    )


def a_bracket():
    frames = tuple(a_frame(f"M{number}.JPG", decision="keeper") for number in range(3))
    return SheetGroup(GroupKind.BRACKET, "3 frames, 2 EV apart", frames)


def page(groups=(), singles=(), title="Shoot", summary="4 photos"):
    return "".join(sheet_html(title, groups, singles, summary))


class ReadPage(HTMLParser):
    """A page's elements as (tag, attributes, text inside); fails where a tag is closed that was not open."""

    def __init__(self, text):
        super().__init__()
        self.elements, self._open = [], []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        element = [tag, dict(attrs), ""]
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        for element in self._open:
            element[2] += data

    def texts(self, tag, kind=None):
        """The text of each element of this tag and, if given, this class."""
        return [text for name, facts, text in self.elements if name == tag and self._is(facts, kind)]

    @staticmethod
    def _is(facts, kind):
        return kind is None or kind in facts.get("class", "").split()
