"""Which bytes are which characters, and which are refused."""

import codecs

import pytest

from index.photo.xmp_encoding import packet_text
from index.photo.xmp_errors import XmpError, XmpTrouble

UNDECLARED = "<?xml version='1.0'?><ä/>"


def declared(encoding):
    return f"""<?xml version="1.0" encoding='{encoding}' standalone = "yes" ?><ä/>"""


@pytest.mark.parametrize(
    ("data", "codec", "mark_bytes"),
    [
        (b"<a/>", "utf-8", 0),
        (UNDECLARED.encode(), "utf-8", 0),
        (declared("UTF-8").encode(), "utf-8", 0),
        (declared("utf8").encode(), "utf-8", 0),
        (codecs.BOM_UTF8 + declared("UTF-8").encode(), "utf-8", 3),
        (codecs.BOM_UTF16_LE + declared("UTF-16").encode("utf-16-le"), "utf-16-le", 2),
        (codecs.BOM_UTF16_BE + declared("utf-16be").encode("utf-16-be"), "utf-16-be", 2),
        (codecs.BOM_UTF16_BE + UNDECLARED.encode("utf-16-be"), "utf-16-be", 2),
        (UNDECLARED.encode("utf-16-le"), "utf-16-le", 0),
        (declared("ISO-8859-1").encode("latin-1"), "iso8859-1", 0),
        (declared("windows-1252").encode("cp1252"), "cp1252", 0),
        (declared("iso-8859-15").encode("latin-1"), "iso8859-15", 0),
        (b"<?xml version='1.0' encoding='US-ASCII'?><a/>", "ascii", 0),
    ],
)
def test_encoding_is_told_by_mark_and_declaration(data, codec, mark_bytes):
    found = packet_text(data)
    assert (found.codec, found.mark_bytes) == (codec, mark_bytes)
    assert data[mark_bytes:] == found.encoded(found.text)
    assert found.text[found.declaration_chars :] in ("<ä/>", "<a/>")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<\xe4/>", "it should be written in UTF-8, but byte 1 cannot be that"),
        (b"\x89PNG\r\n", "it should be written in UTF-8, but byte 0 cannot be that"),
        (declared("UTF-8").encode("latin-1"), "it says that it is written in UTF-8, but byte"),
        (declared("ascii").encode(), "it says that it is written in ascii, but byte"),
        (declared("UTF-16").encode(), "it says that it is written in UTF-16, but it is not"),
        (
            codecs.BOM_UTF16_LE + declared("UTF-8").encode("utf-16-le"),
            "it says that it is written in UTF-8, but it is not",
        ),
        (
            codecs.BOM_UTF16_LE + declared("UTF-16BE").encode("utf-16-le"),
            "it says that it is written in UTF-16BE, but it is not",
        ),
        (codecs.BOM_UTF16_LE + b"<\0a", "it should be written in UTF-16-LE, but byte 2 cannot be that"),
        (codecs.BOM_UTF8 + declared("ISO-8859-1").encode(), "it says that it is written in ISO-8859-1, but it is not"),
        (declared("klingon").encode(), "it is written in klingon, which nobody knows"),
        (declared("base64").encode(), "it says that it is written in base64, but it is not, or not readably"),
        (declared("UTF-7").encode(), "it says that it is written in UTF-7, but it is not, or not readably"),
        (declared("Shift_JIS").encode(), "it says that it is written in Shift_JIS, but it is not, or not readably"),
        (codecs.BOM_UTF32_LE + "<a/>".encode("utf-32-le"), "it is written in UTF-32, which no editor reads"),
        ("<a/>".encode("utf-32-be"), "it is written in UTF-32, which no editor reads"),
    ],
)
def test_bytes_that_are_not_what_they_are_said_to_be_are_refused(data, message):
    with pytest.raises(XmpError, match=message) as refusal:
        packet_text(data)
    assert refusal.value.kind == XmpTrouble.ENCODING


@pytest.mark.parametrize(
    "line", ["<?xml?>", "<?xml encoding='UTF-8'?>", "<?xml version='1.0' encoding='UTF-8\"?>", "<?xml version='2.0'?>"]
)
def test_damaged_declaration_is_refused(line):
    with pytest.raises(XmpError) as refusal:
        packet_text(f"{line}<a/>".encode())
    assert refusal.value.kind in (XmpTrouble.MALFORMED, XmpTrouble.ENCODING)


def test_characters_that_the_encoding_lacks_become_references():
    text = packet_text(declared("ISO-8859-1").encode("latin-1"))
    assert text.encoded("ä ł") == b"\xe4 &#322;"
