"""Sidecars of every kind survive a change and its reversal; judged by Python's own XML parser, not by our check."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

import pytest

from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import AddItems, Edit, RemoveItems, SetList, SetSimple, SetStructs
from index.photo.xmp_edit.splices import applied, reversed_splices
from index.photo.xmp_names import NAMESPACES
from tests.index.photo.xmp_edit.generated_sidecars import made_edits, made_sidecar
from tests.index.photo.xmp_edit.sidecar_writer import Content, Structures, Texts

RDF = f"{{{NAMESPACES['rdf']}}}"
CHUNKS = 100


@pytest.mark.parametrize("first", range(0, 400, CHUNKS))
def test_generated_sidecars_survive_a_change_and_its_reversal(first):
    for seed in range(first, first + CHUNKS):
        _survives(seed)


@pytest.mark.heavy
@pytest.mark.parametrize("first", range(400, 10_000, 16 * CHUNKS))
def test_ten_thousand_generated_sidecars_survive_a_change_and_its_reversal(first):
    for seed in range(first, min(first + 16 * CHUNKS, 10_000)):
        _survives(seed)


def _survives(seed: int) -> None:
    made, edits = made_sidecar(seed), made_edits(seed)
    result = edited(made.data, edits)
    changed = {_clark(edit.name) for edit in edits}
    assert _elsewhere(result.data, changed) == _elsewhere(made.data, changed), seed
    for name, content in _expected(made.properties, edits).items():
        assert _stated(result.data, name) == content, (seed, made.writer, name)
    assert applied(made.data, result.splices) == result.data, seed
    assert applied(result.data, reversed_splices(made.data, result.splices)) == made.data, seed
    again = [edit for edit in edits if not isinstance(edit, SetStructs)]
    removed = [edit.name for edit in edits if isinstance(edit, RemoveItems)]
    again = [edit for edit in again if edit.name not in removed]
    assert edited(result.data, again).splices == (), seed


def _clark(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _parsed(data: bytes) -> ElementTree.Element:
    builder = ElementTree.TreeBuilder(insert_comments=True, insert_pis=True)
    return ElementTree.fromstring(data, ElementTree.XMLParser(target=builder))


def _descriptions(data: bytes) -> list[ElementTree.Element]:
    root = _parsed(data)
    rdf = root if root.tag == f"{RDF}RDF" else root.find(f"{RDF}RDF")
    assert rdf is not None
    return rdf.findall(f"{RDF}Description")


def _elsewhere(data: bytes, changed: set[str]) -> list[object]:
    """All properties but those named, remarks too, in their order."""
    found: list[object] = []
    for description in _descriptions(data):
        attributes = {k: v for k, v in description.attrib.items() if k not in changed}
        children = [_whole(child) for child in description if child.tag not in changed]
        if children or set(attributes) - {f"{RDF}about"}:
            found.append((attributes, children))
    return found


def _whole(element: ElementTree.Element) -> object:
    inside = [(_whole(child), child.tail) for child in element]
    return str(element.tag), element.attrib, element.text, inside


def _stated(data: bytes, name: str) -> object:
    """What stands in the only place of a property; None where there is none."""
    found: list[object] = []
    for description in _descriptions(data):
        if _clark(name) in description.attrib:
            found.append(description.attrib[_clark(name)])
        for element in description.findall(_clark(name)):
            containers = list(element)
            found.append([_item(li) for li in containers[0]] if containers else element.text or "")
    assert len(found) <= 1
    return found[0] if found else None


def _item(li: ElementTree.Element) -> object:
    fields = {**li.attrib, **{child.tag: child.text or "" for child in li.iter() if child is not li}}
    fields = {name: value for name, value in fields.items() if not name.startswith(RDF)}
    return fields or li.text or ""


def _expected(properties: dict[str, Content], edits: Sequence[Edit]) -> dict[str, object]:
    state: dict[str, object] = {edit.name: _plain(properties.get(edit.name)) for edit in edits}
    for edit in edits:
        state[edit.name] = _after(state[edit.name], edit)
    return state


def _plain(content: Content | None) -> object:
    if isinstance(content, Texts):
        return list(content.items)
    if isinstance(content, Structures):
        return [{_clark(name): value for name, value in item.items()} for item in content.items]
    return content


def _after(value: object, edit: Edit) -> object:
    listed = list(value) if isinstance(value, list) else []
    match edit:
        case SetSimple():
            return edit.value
        case SetList():
            return list(edit.items) if edit.items else None
        case AddItems():
            return listed + [item for item in edit.items if item not in listed]
        case RemoveItems():
            left = [item for item in listed if item not in edit.items]
            return value if len(left) == len(listed) else left or None
        case SetStructs():
            kept = [item for at, item in enumerate(listed) if at not in edit.remove]
            return kept + [{_clark(name): text for name, text in item.items()} for item in edit.append]


def test_generated_sidecars_are_of_all_kinds():
    made = [made_sidecar(seed).data for seed in range(400)]
    for sign in (
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"windows-1252",
        b"<!--",
        b"\r\n",
        b"parseType",
        b"<![CDATA[",
        b"&#x",
        b"xpacket",
    ):
        assert any(re.search(re.escape(sign), data, re.IGNORECASE) for data in made), sign
    assert len(set(made)) > 390
