"""What packets say, and which files are refused as packets."""

import codecs
import re

import pytest
from lxml import etree

from index.photo.xmp import MAX_XMP_BYTES, _parser, entry_contents, read_xmp, same_elsewhere
from index.photo.xmp_errors import XmpError, XmpTrouble
from tests.index.photo.xmp_edit.packets import packet, rdf


def read(inside, attributes=""):
    return read_xmp(packet(inside, attributes).encode())


@pytest.mark.parametrize(
    ("inside", "attributes"),
    [
        ("", " xmp:Label='R &amp; B'"),
        ("", " xmlns:Z='http://ns.adobe.com/xap/1.0/' Z:Label='R&#x20;&#38;&#32;B'"),
        ("<xmp:Label>R &amp; B</xmp:Label>", ""),
        ("<xmp:Label><!-- c -->R <![CDATA[& B]]><?p i?></xmp:Label>", ""),
        ("<Label xmlns='http://ns.adobe.com/xap/1.0/'>R &#38; B</Label>", ""),
        ("<xmp:Label rdf:parseType='Resource'><rdf:value>R &amp; B</rdf:value><q:x>1</q:x></xmp:Label>", ""),
        ("<xmp:Label><rdf:Description><rdf:value>R &amp; B</rdf:value></rdf:Description></xmp:Label>", ""),
        ("<xmp:Label rdf:resource='R &amp; B'/>", ""),
    ],
)
def test_simple_value_is_read_in_every_form(inside, attributes):
    assert read(inside, attributes).simple("xmp:Label") == "R & B"


def test_absent_empty_and_structured_properties_are_told_apart():
    found = read(
        "<xmp:Label/><dc:subject><rdf:Bag/></dc:subject><q:region q:x='1'/><dc:type rdf:parseType='Literal'><b/></dc:type>"
    )
    assert (found.simple("xmp:Label"), found.items("xmp:Label"), found.has("xmp:Label")) == ("", (), True)
    assert (found.simple("xmp:Rating"), found.items("xmp:Rating"), found.has("xmp:Rating")) == (None, None, False)
    assert (found.simple("dc:subject"), found.items("dc:subject"), found.structs("dc:subject")) == (None, (), ())
    assert (found.simple("{urn:q}region"), found.simple("dc:type"), found.structs("xmp:Label")) == (None, None, None)
    assert found.names() == {"xmp:Label", "dc:subject", "dc:type", "{urn:q}region"}


def test_list_items_are_read_from_every_container_and_a_lone_value_is_one():
    for kind in ("Bag", "Seq", "Alt"):
        items = "<rdf:li xml:lang='x-default'>a</rdf:li> <!-- c --> <rdf:li>b &lt; c</rdf:li>"
        assert read(f"<dc:subject>\n<rdf:{kind}>{items}</rdf:{kind}>\n</dc:subject>").items("dc:subject") == (
            "a",
            "b < c",
        )
    assert read("", " dc:subject='a'").items("dc:subject") == ("a",)


def test_list_that_stands_twice_gives_every_item_once():
    lists = "".join(
        f"<dc:subject><rdf:Bag><rdf:li>{a}</rdf:li><rdf:li>{b}</rdf:li></rdf:Bag></dc:subject>" for a, b in ("ab", "bc")
    )
    assert read(lists).items("dc:subject") == ("a", "b", "c")


def test_structures_are_read_in_every_form():
    forms = (
        "<rdf:li darktable:num='0' q:x='y'/>",
        "<rdf:li rdf:parseType='Resource'><darktable:num>0</darktable:num><q:x>y</q:x><q:z><rdf:Bag/></q:z></rdf:li>",
        "<rdf:li><rdf:Description darktable:num='0'><q:x>y</q:x></rdf:Description></rdf:li>",
    )
    found = read(f"<darktable:history><rdf:Seq>{''.join(forms)}<rdf:li>text</rdf:li></rdf:Seq></darktable:history>")
    assert found.structs("darktable:history") == ({"darktable:num": "0", "{urn:q}x": "y"},) * 3 + ({},)
    assert found.items("darktable:history") == ("text",)


@pytest.mark.parametrize(
    "wrapped",
    ["{}", "<x:xmpmeta xmlns:x='adobe:ns:meta/'>{}</x:xmpmeta>", "<y:xapmeta xmlns:y='adobe:ns:meta/'>{}</y:xapmeta>"],
)
def test_root_may_be_any_that_xmp_has_had(wrapped):
    declared = "xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:xap='http://ns.adobe.com/xap/1.0/'"
    inside = f"<r:RDF {declared}><r:Description xap:Rating='3'/></r:RDF>"
    around = "<?xpacket begin='\ufeff' id='x'?>\n<!-- c -->{}<?xpacket end='w'?>   \n"
    assert read_xmp(around.format(wrapped.format(inside)).encode()).simple("xmp:Rating") == "3"


def test_properties_of_several_descriptions_are_read_and_nested_ones_are_not():
    one, other = (
        "<rdf:Description xmlns:xmp='http://ns.adobe.com/xap/1.0/' {}/>".format(f"xmp:{x}")
        for x in ("Rating='3'", "Label='Red'")
    )
    inner = "<rdf:Description xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Nick='no'/>"
    nested = f"<rdf:Description xmlns:q='urn:q'><q:x>{inner}</q:x></rdf:Description>"
    found = read_xmp(rdf(one + other + nested).encode())
    assert (found.simple("xmp:Rating"), found.simple("xmp:Label"), found.has("xmp:Nick")) == ("3", "Red", False)


def test_namespace_that_is_no_uri_is_somebody_elses_business():
    assert read("<w:x xmlns:w='not a ü URI'>1</w:x>", " xmp:Rating='2'").simple("xmp:Rating") == "2"


LAUGHS = '<!DOCTYPE a [<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9)) + "]>"


@pytest.mark.parametrize(
    ("data", "kind", "message"),
    [
        (b"", XmpTrouble.EMPTY, "it holds nothing"),
        (b" \r\n\0\0", XmpTrouble.EMPTY, "it holds nothing but blanks"),
        (b'{"rating": 3}', XmpTrouble.NOT_XMP, "it is not XMP"),
        (b"<!DOCTYPE html>\n<html></html>", XmpTrouble.NOT_XMP, "it is a web page, not XMP"),
        (b"<html><body>", XmpTrouble.NOT_XMP, "it is not XMP"),
        (b"<gpx/>", XmpTrouble.NOT_XMP, "it is not XMP"),
        (b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>', XmpTrouble.NOT_XMP, "it is XML, but no XMP packet"),
        (b"<svg>" + rdf("").encode() + b"</svg>", XmpTrouble.NOT_XMP, "it is XML, but no XMP packet"),
        (
            b"\xff\xd8\xff\xe0\0\x10JFIF",
            XmpTrouble.ENCODING,
            "it should be written in UTF-8, but byte 0 cannot be that",
        ),
        (rdf("").encode()[:-9], XmpTrouble.MALFORMED, "it is damaged: "),
        (rdf("<a></b>").encode(), XmpTrouble.MALFORMED, "it is damaged: "),
        (rdf("<a x='1' x='2'/>").encode(), XmpTrouble.MALFORMED, "it is damaged: "),
        (rdf("<p:a/>").encode(), XmpTrouble.MALFORMED, "it is damaged: "),
        (rdf("&nbsp;").encode(), XmpTrouble.MALFORMED, "it is damaged: "),
        (rdf("a\0b").encode(), XmpTrouble.MALFORMED, "it is damaged: "),
        (rdf("&#0;").encode(), XmpTrouble.MALFORMED, "it is damaged: "),
        (rdf("").encode() + b"\0" * 512, XmpTrouble.MALFORMED, "it is damaged: "),
        (rdf("").encode() * 2, XmpTrouble.MALFORMED, "it is damaged: "),
        (rdf("<\x1b[31m").encode(), XmpTrouble.MALFORMED, "it is damaged: "),
        (
            rdf("<a>" * 10_000 + "</a>" * 10_000).encode(),
            XmpTrouble.MALFORMED,
            "it is nested far deeper than XMP ever is",
        ),
        (
            b"<!-- c --><?p?>\n" + LAUGHS.encode() + rdf("&l9;").encode(),
            XmpTrouble.DOCTYPE,
            "it declares a document type",
        ),
        (b"<!doctype a>" + rdf("").encode(), XmpTrouble.DOCTYPE, "it declares a document type"),
        (
            codecs.BOM_UTF16_LE + (LAUGHS + rdf("")).encode("utf-16-le"),
            XmpTrouble.DOCTYPE,
            "it declares a document type",
        ),
        (b" " * MAX_XMP_BYTES + b"<", XmpTrouble.TOO_LARGE, "it is 32 MB long; sidecars have 32 MB at most"),
    ],
)
def test_file_that_is_no_sound_packet_is_refused_in_one_plain_line(data, kind, message):
    with pytest.raises(XmpError, match=re.escape(message)) as refusal:
        read_xmp(data)
    assert refusal.value.kind == kind
    assert refusal.value.message.isprintable()
    assert len(refusal.value.message) < 200
    assert refusal.value.hint


def test_external_entity_is_never_looked_at(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    entity = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;]>'
    with pytest.raises(XmpError) as refusal:
        read_xmp((entity + rdf("&e;")).encode())
    assert refusal.value.kind == XmpTrouble.DOCTYPE
    assert "secret" not in refusal.value.message


def test_parser_itself_resolves_nothing_and_sees_the_document_type_too(tmp_path, monkeypatch):
    """The search before the parser is not the only thing between an entity and a file."""
    monkeypatch.setattr("index.photo.xmp._refuse_other_files", lambda _: None)
    (tmp_path / "secret.txt").write_text("secret")
    entity = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}"><!ENTITY i "inner">]>'
    with pytest.raises(XmpError) as refusal:
        read_xmp((entity + rdf("<a>&e;&i;</a>")).encode())
    assert refusal.value.kind == XmpTrouble.DOCTYPE
    root = etree.fromstring((entity + rdf("<a>&e;&i;</a>")).encode(), _parser())
    assert "".join(root.itertext(etree.Element)) == ""


def test_huge_file_is_refused_before_it_is_looked_at(monkeypatch):
    monkeypatch.setattr("index.photo.xmp.packet_text", None)
    with pytest.raises(XmpError, match="it is 48 MB long"):
        read_xmp(b"<" * 50_000_000)


def test_nearly_everything_may_stand_in_a_value_of_nearly_any_length():
    found = read(f"<xmp:Label>{'x' * 9_000_000}</xmp:Label>")
    assert len(found.simple("xmp:Label")) == 9_000_000


SAME = "<q:a q:b='1' q:c='2'>t<!-- c --></q:a>\n<?p i?><xmp:Rating>1</xmp:Rating> <q:d><q:e> </q:e></q:d>"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<xmp:Rating>1</xmp:Rating>", "<xmp:Rating>2</xmp:Rating>"),
        ("<xmp:Rating>1</xmp:Rating>", ""),
        ("q:b='1' q:c='2'", 'q:c="2"   q:b="&#49;"'),
        ("</q:a>\n", "</q:a>\r\n\t<p:Rating xmlns:p='http://ns.adobe.com/xap/1.0/'/>"),
        ("<q:d>", "<n:d xmlns:n='urn:q'>"),
    ],
)
def test_other_spelling_and_the_named_properties_are_the_same_elsewhere(old, new):
    changed = SAME.replace(old, new).replace("</q:d>", "</n:d>" if "n:d" in new else "</q:d>")
    assert changed != SAME
    assert same_elsewhere(read(SAME), read(changed), frozenset({"xmp:Rating"}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("q:b='1'", "q:b='2'"), ("q:b='1'", ""), ("t<!--", "<!--"), (" c ", " d "), ("<!-- c -->", ""), ("<?p i?>", "<?p j?>"),
        ("<?p i?>", ""), ("<q:e> </q:e>", "<q:e/>"), ("<q:e> </q:e>", "<q:e> </q:e>\n"), ("q:d>", "q:f>"), ("urn:q", "urn:r"),
        ("<q:d>", "x<q:d>"),
        ("<q:d><q:e> </q:e></q:d>", "<q:d/><q:e> </q:e>"), ('about=""', 'about="x"'), ("adobe:ns:meta/\">", "adobe:ns:meta/\"> x"),
        ("<rdf:Description", "<rdf:Description xmlns:q='urn:q' q:a='1'/><rdf:Description"), ("</rdf:RDF>", "<!-- c --></rdf:RDF>"),
    ],
)  # fmt: skip
def test_any_other_difference_is_seen(old, new):
    one = packet(SAME)
    other = one.replace(old, new)
    assert other != one
    assert not same_elsewhere(read_xmp(one.encode()), read_xmp(other.encode()), frozenset({"xmp:Rating"}))


def test_description_left_with_nothing_is_as_none():
    empty = '<rdf:Description rdf:about=""/>'
    one, other = read_xmp(rdf("").encode()), read_xmp(rdf(f"\n {empty}\n").encode())
    assert same_elsewhere(one, other, frozenset())


def test_contents_of_list_items_hold_their_qualifiers():
    plain, qualified = "<rdf:li>a</rdf:li>", "<rdf:li xml:lang='de'>a</rdf:li>"
    contents = entry_contents(
        read(f"<dc:subject><rdf:Bag>{plain}{qualified}{plain}</rdf:Bag></dc:subject>"), "dc:subject"
    )
    assert contents[0] == contents[2] != contents[1]
