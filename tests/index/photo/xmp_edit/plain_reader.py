"""What a sidecar says, read by Python's own XML parser and by none of our code."""

from __future__ import annotations

from collections.abc import Set
from xml.etree import ElementTree

from index.photo.xmp_names import NAMESPACES

RDF = f"{{{NAMESPACES['rdf']}}}"


class PlainSidecar:
    """A sidecar, parsed once."""

    def __init__(self, data: bytes) -> None:
        builder = ElementTree.TreeBuilder(insert_comments=True, insert_pis=True)
        root = ElementTree.fromstring(data, ElementTree.XMLParser(target=builder))
        rdf = root if root.tag == f"{RDF}RDF" else root.find(f"{RDF}RDF")
        assert rdf is not None
        self._descriptions = rdf.findall(f"{RDF}Description")

    def elsewhere(self, changed: Set[str]) -> list[object]:
        """All properties but those named (`clark`), remarks too, in their order."""
        found: list[object] = []
        for description in self._descriptions:
            attributes = {k: v for k, v in description.attrib.items() if k not in changed}
            children = [_whole(child) for child in description if child.tag not in changed]
            if children or set(attributes) - {f"{RDF}about"}:
                found.append((attributes, children))
        return found

    def stated(self, name: str) -> object:
        """What stands in the only place of a property: a text, a list of texts or of structures; None where there is none."""
        found: list[object] = []
        for description in self._descriptions:
            if clark(name) in description.attrib:
                found.append(description.attrib[clark(name)])
            for element in description.findall(clark(name)):
                containers = list(element)
                found.append([_item(li) for li in containers[0]] if containers else element.text or "")
        assert len(found) <= 1
        return found[0] if found else None


def clark(name: str) -> str:
    """Our `prefix:Name` with the namespace spelled out."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _whole(element: ElementTree.Element) -> object:
    inside = [(_whole(child), child.tail) for child in element]
    return str(element.tag), element.attrib, element.text, inside


def _item(li: ElementTree.Element) -> object:
    fields = {**li.attrib, **{child.tag: child.text or "" for child in li.iter() if child is not li}}
    fields = {name: value for name, value in fields.items() if not name.startswith(RDF)}
    return fields or li.text or ""
