"""No text that a file name can hold breaks the page or the file it is written to."""

import html
import os

import pytest

from assist_cli.render.html_text import html_name, html_text


def test_html_text_escapes_what_html_reads():
    shown = html_text("""<script>&"'""")
    assert not set("<>\"'") & set(shown)
    assert html.unescape(shown) == """<script>&"'"""


def test_html_text_leaves_every_script_and_emoji():
    assert html_text("été 写真 👩‍📷.jpg") == "été 写真 👩‍📷.jpg"


@pytest.mark.parametrize("name", [os.fsdecode(b"DSC\xe9.jpg"), "DSC\n.jpg", "DSC\x1b.jpg", "DSC\x00.jpg"])
def test_html_text_shows_that_a_letter_cannot_be_shown(name):
    assert html_text(name).encode("utf-8").decode("utf-8") == "DSC\N{REPLACEMENT CHARACTER}.jpg"


def test_html_name_breaks_long_names_between_their_parts():
    assert html_name("DSC_0042-edit.jpg") == "<bdi>DSC_<wbr>0042-<wbr>edit.jpg</bdi>"
