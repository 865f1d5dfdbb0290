"""What RDF, as XMP uses it, says: simple values, lists and structures, in whichever of its forms they are written.

Adobe XMP specification, part 1 (2012), 7.4 to 7.9.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

from index.photo.xmp_names import (
    CONTAINERS,
    DESCRIPTION,
    LI,
    META_ROOTS,
    NAMESPACES,
    PARSE_TYPE,
    RDF_ROOT,
    RESOURCE,
    VALUE,
    our_name,
    parted,
)

NOT_FIELDS = frozenset({"", NAMESPACES["rdf"], NAMESPACES["xml"]})
"""Namespaces of attributes that are grammar, not values."""


class Node(Protocol):
    """An XML element; names are in Clark's form, `{namespace}local`."""

    @property
    def tag(self) -> str: ...  # noqa: D102
    @property
    def attributes(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def children(self) -> Sequence[Self]: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


N = TypeVar("N", bound=Node)


@dataclass(frozen=True, slots=True)
class Statement(Generic[N]):
    """One place where a property stands: an attribute of an rdf:Description (`element` is None), or an element in it."""

    description: N
    name: str
    element: N | None

    @property
    def simple(self) -> str | None:
        """Its simple value, or None where it is a list or a structure."""
        return self.description.attributes[self.name] if self.element is None else simple_value(self.element)

    @property
    def entries(self) -> Sequence[N] | None:
        """Its list's rdf:li elements, or None where it is no list."""
        container = None if self.element is None else container_of(self.element)
        return None if container is None else entries_of(container)


def rdf_roots(root: N) -> list[N]:
    """The rdf:RDF elements of a packet; none where it is none."""
    if root.tag == RDF_ROOT:
        return [root]
    return [child for child in root.children if child.tag == RDF_ROOT] if root.tag in META_ROOTS else []


def descriptions(root: N) -> list[N]:
    """The rdf:Description elements that properties of the photo stand in."""
    return [child for rdf in rdf_roots(root) for child in rdf.children if child.tag == DESCRIPTION]


def statements(root: N) -> dict[str, list[Statement[N]]]:
    """All properties by our names, in the order of the document (attributes of an rdf:Description before its elements)."""
    found: dict[str, list[Statement[N]]] = {}
    for description in descriptions(root):
        for name in description.attributes:
            if parted(name)[0] not in NOT_FIELDS:
                found.setdefault(our_name(name), []).append(Statement(description, name, None))
        for child in description.children:
            found.setdefault(our_name(child.tag), []).append(Statement(description, child.tag, child))
    return found


def simple_value(element: N) -> str | None:
    """The simple value of a property element or rdf:li; None where it holds a list, a structure or foreign XML."""
    holder = value_holder(element)
    if holder is None:
        return None
    node, attribute = holder
    return node.text if attribute is None else node.attributes[attribute]


def value_holder(element: N) -> tuple[N, str | None] | None:
    """Which element's text, or which attribute of it, is the simple value of `element`; None where it has none."""
    for attribute in (RESOURCE, VALUE):
        if attribute in element.attributes:
            return element, attribute
    if (inner := structure_of(element)) is None:
        return None if element.children or PARSE_TYPE in element.attributes else (element, None)
    if VALUE in inner.attributes:
        return inner, VALUE
    qualified = next((child for child in inner.children if child.tag == VALUE), None)
    return None if qualified is None or qualified.children else (qualified, None)


def structure_of(element: N) -> N | None:
    """The element whose attributes and children are the fields of `element`; None where it is no structure."""
    children = element.children
    if len(children) == 1 and children[0].tag == DESCRIPTION:
        return children[0]
    if element.attributes.get(PARSE_TYPE) == "Resource":
        return element
    has_fields = any(parted(name)[0] not in NOT_FIELDS for name in element.attributes)
    return element if has_fields and not children and not element.text.strip() else None


def fields_of(element: N) -> dict[str, str]:
    """The simple fields of a structure by our names; empty where it is no structure."""
    if (inner := structure_of(element)) is None:
        return {}
    fields = {our_name(name): value for name, value in inner.attributes.items() if parted(name)[0] not in NOT_FIELDS}
    if inner is element and PARSE_TYPE not in element.attributes:
        return fields
    for child in inner.children:
        if (value := simple_value(child)) is not None:
            fields[our_name(child.tag)] = value
    return fields


def container_of(element: N) -> N | None:
    """The rdf:Bag, rdf:Seq or rdf:Alt of a property; None where it is no list."""
    children = element.children
    return children[0] if len(children) == 1 and children[0].tag in CONTAINERS else None


def entries_of(container: N) -> list[N]:
    """The items of a list."""
    return [child for child in container.children if child.tag == LI]
