"""Where a property goes that is not there yet, and in which form."""

from __future__ import annotations

from index.photo.xmp_edit.changes import Changes
from index.photo.xmp_edit.tokens import Element
from index.photo.xmp_names import ABOUT, clark, parted
from index.photo.xmp_values import NOT_FIELDS, descriptions, rdf_roots


def home_of(root: Element, name: str) -> Element | None:
    """The rdf:Description that has properties of the namespace, else declares it, else the first that speaks of the photo."""
    uri = parted(clark(name))[0]
    every = descriptions(root)
    about = "" if "" in map(_about, every) else next(map(_about, every), "")
    suitable = [description for description in every if _about(description) == about]
    with_some = (d for d in suitable if any(parted(n)[0] == uri for n in (*d.attributes, *(c.tag for c in d.children))))
    declaring = (d for d in suitable if uri in d.declared.values())
    return next(with_some, None) or next(declaring, None) or next(iter(suitable), None)


def prefers_elements(root: Element) -> bool:
    """Whether most simple properties of the document are elements, as ExifTool and Photo Mechanic write them."""
    attributes = elements = 0
    for description in descriptions(root):
        attributes += sum(parted(name)[0] not in NOT_FIELDS for name in description.attributes)
        elements += sum(not child.children and not child.attributes for child in description.children)
    return elements > attributes


def add_description(changes: Changes, root: Element) -> None:
    """An rdf:Description, which says nothing yet, in an empty rdf:RDF."""
    rdf = rdf_roots(root)[0]
    about = changes.written("rdf:about", rdf, rdf, of_attribute=True)
    changes.add_child(rdf, [(0, f'<{changes.written("rdf:Description", rdf, rdf)} {about}=""/>')])


def _about(description: Element) -> str:
    """Written without a prefix in the oldest packets (Adobe XMP specification, part 1, C.2.4)."""
    return description.attributes.get(ABOUT, description.attributes.get("about", ""))
