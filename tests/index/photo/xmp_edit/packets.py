"""Small packets to read and to change."""

from __future__ import annotations

from collections.abc import Sequence

from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import Edit
from index.photo.xmp_edit.splices import applied, reversed_splices

NAMES = (
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:darktable="http://darktable.sf.net/" xmlns:q="urn:q"'
)


def packet(inside: str, attributes: str = "") -> str:
    """A packet with one rdf:Description, which has these attributes and this inside."""
    return rdf(f'<rdf:Description rdf:about="" {NAMES}{attributes}>{inside}</rdf:Description>')


def rdf(inside: str) -> str:
    """A packet with this inside its rdf:RDF."""
    declared = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {declared}>{inside}</rdf:RDF></x:xmpmeta>'


def changed(before: str, edits: Sequence[Edit] | Edit) -> str:
    """The packet after the edits, of which it is shown that they can be made again without effect, and be turned round."""
    data = before.encode()
    result = edited(data, edits if isinstance(edits, Sequence) else [edits])
    assert applied(data, result.splices) == result.data
    assert applied(result.data, reversed_splices(data, result.splices)) == data
    return result.data.decode()


def assert_inside(before: str, edits: Sequence[Edit] | Edit, after: str) -> None:
    """Inside the rdf:Description `before` becomes `after`, and nothing else changes."""
    assert changed(packet(before), edits) == packet(after)
