"""What a property shall say after a change."""

import pytest

from index.photo.xmp_edit.edits import AddItems, RemoveItems, SetList, SetSimple, SetStructs
from index.photo.xmp_edit.wanted import Entry, Structure, said, wanted

AB = (Entry("a", {}, 0), Entry("b", {}, 1))


@pytest.mark.parametrize(
    ("value", "edit", "expected"),
    [
        (None, SetSimple("n", "1"), "1"),
        ("2", SetSimple("n", None), None),
        (Structure(), SetSimple("n", "1"), "1"),
        (AB, SetSimple("n", "a"), "a"),
        (None, SetList("n", "Bag", ("a",)), (Entry("a"),)),
        (AB, SetList("n", "Bag", ("a", "c", "b")), (AB[0], Entry("c"), Entry("b"))),
        (AB, SetList("n", "Bag", ("b", "a")), (Entry("b"), Entry("a"))),
        (AB, SetList("n", "Bag", ()), None),
        ("a", SetList("n", "Bag", ("a", "a")), (Entry("a"), Entry("a"))),
        (None, AddItems("n", "Bag", ()), None),
        ("", AddItems("n", "Bag", ("a",)), (Entry("a"),)),
        ("a", AddItems("n", "Bag", ("a", "b")), (Entry("a"), Entry("b"))),
        (AB, AddItems("n", "Bag", ("c", "a", "c")), (*AB, Entry("c"))),
        ("a", RemoveItems("n", ("a",)), None),
        (AB, RemoveItems("n", ("a",)), AB[1:]),
        (AB, RemoveItems("n", ("a", "b")), None),
        (None, SetStructs("n", "Seq", frozenset({0}), ()), None),
        (AB, SetStructs("n", "Seq", frozenset({0}), ({"x": "1"},)), (AB[1], Entry(None, {"x": "1"}))),
        (AB, SetStructs("n", "Seq", frozenset({0, 1}), ()), None),
    ],
)
def test_change_says_what_shall_stand_there(value, edit, expected):
    assert wanted(value, edit) == expected


@pytest.mark.parametrize(
    ("value", "edit"),
    [
        (AB, SetList("n", "Seq", ("a", "b"))),
        ("a", SetList("n", "Seq", ("a",))),
        (AB, AddItems("n", "Bag", ("b",))),
        ("a", AddItems("n", "Bag", ("a",))),
        ("a", RemoveItems("n", ("b",))),
        ((), RemoveItems("n", ("b",))),
        (AB, SetStructs("n", "Seq", frozenset({2}), ())),
    ],
)
def test_what_is_there_already_is_left(value, edit):
    assert wanted(value, edit) is value


def test_values_are_compared_without_the_places_of_their_items():
    assert said(AB) == said((Entry("a"), Entry("b"))) != said((Entry("b"), Entry("a")))
    assert said((Entry(None, {"x": "1"}),)) != said((Entry(None, {"x": "2"}),))
