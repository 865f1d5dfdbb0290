"""Prefixes, namespaces and new places in a document."""

import pytest

from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import AddItems, SetSimple, SetStructs
from tests.index.photo.xmp_edit.packets import changed, packet, rdf

FOUR = SetSimple("xmp:Rating", "4")


def test_prefix_of_ours_that_means_something_else_is_left_alone():
    before = '<rdf:Description rdf:about="" xmlns:xmp="urn:other" xmp:Rating="kept"{}/>'
    added = ' xmlns:xmp1="http://ns.adobe.com/xap/1.0/" xmp1:Rating="4"'
    assert changed(rdf(before.format("")), FOUR) == rdf(before.format(added))


def test_default_namespace_serves_elements_but_never_attributes():
    declared = '<Description about="" xmlns:q="urn:q" q:x="1">{}</Description>'
    outer = '<RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{}</RDF>'
    after = changed(outer.format(declared.format("")), AddItems("dc:subject", "Bag", ("a",)))
    assert "<Bag>\n   <li>a</li>\n  </Bag>" in after
    own = packet('<history xmlns="http://darktable.sf.net/"><rdf:Seq/></history>')
    edits = [SetStructs("darktable:history", "Seq", frozenset(), ({"darktable:num": "0"},))]
    assert read_xmp(changed(own, edits).encode()).structs("darktable:history") == ({"darktable:num": "0"},)


@pytest.mark.parametrize(
    "empty",
    [
        "",
        "\n ",
        "<!-- nothing yet -->",
        '<rdf:Description rdf:about=""/>',
        '<rdf:Description rdf:about=""></rdf:Description>',
    ],
)
def test_packet_without_properties_takes_some(empty):
    edits = [FOUR, AddItems("dc:subject", "Bag", ("a",)), SetSimple("xmp:Label", None)]
    after = read_xmp(changed(rdf(empty), edits).encode())
    assert (after.simple("xmp:Rating"), after.items("dc:subject")) == ("4", ("a",))
    assert after.names() == {"xmp:Rating", "dc:subject"}


def test_empty_rdf_closed_at_once_takes_a_property():
    data = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
    assert read_xmp(changed(data, FOUR).encode()).simple("xmp:Rating") == "4"
    assert edited(data.encode(), [SetSimple("xmp:Rating", None)]).splices == ()
