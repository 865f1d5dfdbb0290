"""Line ends and indents of a document."""

import pytest

from index.photo.xmp_edit.layout import indent_of, line_end, step_of, with_its_line
from index.photo.xmp_edit.tokens import root_of


@pytest.mark.parametrize(
    ("document", "expected"), [("<a>\r\n</a>\n", "\r\n"), ("<a>\n\r</a>", "\n"), ("<a>\r</a>", "\r"), ("<a/>", "\n")]
)
def test_first_line_end_is_imitated(document, expected):
    assert line_end(document) == expected


@pytest.mark.parametrize(
    ("before", "indent", "taken"),
    [
        ("\r\n \t", " \t", "\r\n \t"),
        ("\n\n  ", "  ", "\n  "),
        ("\r", "", "\r"),
        ("  ", None, ""),
        ("", None, ""),
        ("\r\n\r\n", "", "\r\n"),
        ("<b/> ", None, ""),
    ],
)
def test_element_is_taken_out_with_the_line_it_stands_on(before, indent, taken):
    document = f"<a>{before}<x/>\n</a>"
    element = root_of(document).children[-1]
    assert indent_of(element) == indent
    start, end = with_its_line(element)
    assert document[start:end] == f"{taken}<x/>"


@pytest.mark.parametrize(
    ("document", "step"),
    [
        ("\n<a>\n\t<b/></a>", ("\t", "\t")),
        ("\n  <a><b/>\n      <b/></a>", ("      ", "    ")),
        ("<a/>", (" ", " ")),
        ("\n  <a>\n<b/></a>", ("", " ")),
    ],
)
def test_children_stand_as_deep_as_those_there(document, step):
    assert step_of(root_of(document)) == step
