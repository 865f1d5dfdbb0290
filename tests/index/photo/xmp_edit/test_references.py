"""Characters and how they are written."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.photo.xmp_edit.references import as_attribute, as_text, attribute_value, text_value
from index.photo.xmp_errors import UnsafeEditError

CHARACTERS = st.text(
    st.characters(exclude_categories=("Cs",)).filter(
        lambda c: c in "\t\n\r" or (ord(c) >= 32 and c not in "\ufffe\uffff")
    )
)
WRITTEN = st.lists(
    st.sampled_from(
        [
            "a",
            "ü",
            " ",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "&lt;",
            "&amp;",
            "&quot;",
            "&#x20;",
            "&#10;",
            "&#xd;",
            "&#x1F3D4;",
            ">",
        ]
    )
).map("".join)


@given(CHARACTERS)
def test_every_value_is_read_back_by_anyone(value):
    for quote in "'\"":
        element = ElementTree.fromstring(f"<a b={quote}{as_attribute(value, quote)}{quote}>{as_text(value)}</a>")
        assert (element.get("b"), element.text or "") == (value, value)
        assert attribute_value(as_attribute(value, quote)) == text_value(as_text(value)) == value


@given(WRITTEN, st.lists(st.sampled_from(["", "<!-- c -->", "<?p &lt; ?>", "<![CDATA[&lt;\r\n<]]>"])))
def test_every_spelling_is_read_as_expat_does(written, specials):
    text = written.join(["", *specials, ""])
    element = ElementTree.fromstring(f"<a b='{written}'>{text}</a>")
    assert attribute_value(written) == element.get("b")
    assert text_value(text) == (element.text or "")


@pytest.mark.parametrize("character", ["\0", "\x08", "\x1f", "\ud800", "\uffff"])
def test_what_xml_cannot_hold_is_refused(character):
    for write in (as_text, lambda value: as_attribute(value, '"')):
        with pytest.raises(UnsafeEditError, match=f"U\\+{ord(character):04X}") as refusal:
            write(f"a{character}")
        assert refusal.value.hint
