"""Sidecars of every kind survive a change and its reversal; judged by Python's own XML parser, not by our check."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import AddItems, Edit, RemoveItems, SetList, SetSimple, SetStructs
from index.photo.xmp_edit.splices import applied, reversed_splices
from tests.index.photo.xmp_edit.generated_sidecars import made_edits, made_sidecar
from tests.index.photo.xmp_edit.plain_reader import PlainSidecar, clark
from tests.index.photo.xmp_edit.sidecar_writer import Content, Structures, Texts

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
    changed = {clark(edit.name) for edit in edits}
    before, after = PlainSidecar(made.data), PlainSidecar(result.data)
    assert after.elsewhere(changed) == before.elsewhere(changed), seed
    for name, content in _expected(made.properties, edits).items():
        assert after.stated(name) == content, (seed, made.writer, name)
    assert applied(made.data, result.splices) == result.data, seed
    assert applied(result.data, reversed_splices(made.data, result.splices)) == made.data, seed
    again = [edit for edit in edits if not isinstance(edit, SetStructs)]
    removed = [edit.name for edit in edits if isinstance(edit, RemoveItems)]
    again = [edit for edit in again if edit.name not in removed]
    assert edited(result.data, again).splices == (), seed


def _expected(properties: dict[str, Content], edits: Sequence[Edit]) -> dict[str, object]:
    state: dict[str, object] = {edit.name: _plain(properties.get(edit.name)) for edit in edits}
    for edit in edits:
        state[edit.name] = _after(state[edit.name], edit)
    return state


def _plain(content: Content | None) -> object:
    if isinstance(content, Texts):
        return list(content.items)
    if isinstance(content, Structures):
        return [{clark(name): value for name, value in item.items()} for item in content.items]
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
            return kept + [{clark(name): text for name, text in item.items()} for item in edit.append]


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
