"""The packet of a sidecar that was not there."""

from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import AddItems, SetSimple
from index.photo.xmp_edit.new_packet import NEW_PACKET


def test_new_packet_says_nothing_yet():
    assert read_xmp(NEW_PACKET).names() == frozenset()


def test_new_packet_has_everything_on_lines_of_its_own_as_adobe_writes_it():
    edits = [SetSimple("xmp:Rating", "4"), AddItems("dc:subject", "Bag", ("a",))]
    assert edited(None, edits).data.decode().splitlines()[3:13] == [
        '  <rdf:Description rdf:about=""',
        '     xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
        '     xmlns:dc="http://purl.org/dc/elements/1.1/"',
        '     xmp:Rating="4">',
        "   <dc:subject>",
        "    <rdf:Bag>",
        "     <rdf:li>a</rdf:li>",
        "    </rdf:Bag>",
        "   </dc:subject>",
        "  </rdf:Description>",
    ]
