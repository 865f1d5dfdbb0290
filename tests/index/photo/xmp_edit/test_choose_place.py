"""Where new properties go."""

import pytest

from index.photo.xmp_edit.choose_place import home_of, prefers_elements
from index.photo.xmp_edit.edits import SetSimple
from index.photo.xmp_edit.tokens import root_of
from tests.index.photo.xmp_edit.packets import changed, packet, rdf

XMP = "xmlns:xmp='http://ns.adobe.com/xap/1.0/'"


@pytest.mark.parametrize(
    ("descriptions", "home"),
    [
        ("<rdf:Description n='0'/><rdf:Description n='1'/>", "0"),
        (f"<rdf:Description n='0'/><rdf:Description n='1' {XMP}/>", "1"),
        (f"<rdf:Description n='0' {XMP}/><rdf:Description n='1' {XMP} xmp:Label=''/>", "1"),
        (
            "<rdf:Description n='0'/><rdf:Description n='1'><a:Label xmlns:a='http://ns.adobe.com/xap/1.0/'/></rdf:Description>",
            "1",
        ),
        (f"<rdf:Description n='0' rdf:about=''/><rdf:Description n='1' {XMP} rdf:about='uuid:1' xmp:Label=''/>", "0"),
        (f"<rdf:Description n='0' about='uuid:1'/><rdf:Description n='1' {XMP} rdf:about='uuid:1' xmp:Label=''/>", "1"),
        ("<rdf:Description n='0' rdf:about='uuid:1'/><rdf:Description n='1' rdf:about=''/>", "1"),
    ],
)
def test_new_property_goes_to_its_kin_of_the_same_photo(descriptions, home):
    found = home_of(root_of(rdf(descriptions)), "xmp:Rating")
    assert found is not None
    assert found.attributes["n"] == home


def test_new_simple_property_takes_the_form_of_the_most():
    assert not prefers_elements(root_of(packet("<xmp:Label/>", " xmp:Nick='x'")))
    assert prefers_elements(root_of(packet("<xmp:Label>Red</xmp:Label><q:x/>", " xmp:Nick='x'")))
    assert changed(packet("<q:x/>"), SetSimple("xmp:Rating", "1")) == packet("<q:x/>\n <xmp:Rating>1</xmp:Rating>\n")


def test_new_namespace_is_declared_with_the_others_and_in_their_way():
    before = "<rdf:Description rdf:about=''\n  xmlns:q='urn:q'\n  q:x='1'/>"
    added = "\n  xmlns:xmpDM='http://ns.adobe.com/xmp/1.0/DynamicMedia/'\n  xmpDM:pick='1'"
    assert changed(rdf(before), SetSimple("xmpDM:pick", "1")) == rdf(before.replace("q:x='1'", f"q:x='1'{added}"))
