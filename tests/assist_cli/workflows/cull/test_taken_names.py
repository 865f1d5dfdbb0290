"""Which names are taken where photos are to go."""

from __future__ import annotations

from pathlib import Path

import pytest

from assist_cli.workflows.cull.taken_names import TakenNames
from index.journal.move_entries import Deed, PlannedMove

CARD = Path("/card")


@pytest.fixture
def moves(tmp_path):
    """`moves("a.NEF")`: from the card to the folder."""
    return lambda *names: [PlannedMove(Deed.MOVE, CARD / name, CARD / name, tmp_path / name) for name in names]


@pytest.fixture
def taken(tmp_path):
    """What is taken where these lie; `ours`: those that an earlier run brought from the card."""

    def call(*names, ours=()):
        for name in (*names, *ours):
            (tmp_path / name).touch()
        found = TakenNames()
        found.read(tmp_path, lambda _paths: {tmp_path / name: CARD / name for name in ours})
        return found

    return call


def test_name_is_taken_letter_case_and_accents_apart(taken, tmp_path):
    found = taken("IMG.jpg", "e\u0301.jpg")
    assert found.named(tmp_path / "img.JPG") == tmp_path / "IMG.jpg"
    assert found.named(tmp_path / "\u00e9.jpg") == tmp_path / "e\u0301.jpg"
    assert found.named(tmp_path / "IMG.png") is None


def test_name_that_was_planned_is_taken(taken, moves, tmp_path):
    found = taken()
    found.take(moves("a.JPG"))
    assert found.named(tmp_path / "A.jpg") == tmp_path / "a.JPG"


@pytest.mark.parametrize(
    ("there", "coming", "stranger"),
    [
        (["a.JPG"], ["a.NEF"], "a.JPG"),
        (["a.NEF"], ["a.JPG"], "a.NEF"),
        (["a.jpg"], ["a.png"], None),
        (["a.jpg", "a.xmp"], ["a.png"], "a.jpg"),
        (["a.jpg"], ["a.png", "a.xmp"], "a.jpg"),
        (["a.xmp"], ["a.NEF"], "a.xmp"),
        (["ab.JPG", "a.txt"], ["a.NEF"], None),
    ],
)
def test_stranger_of_one_stem_is_told_where_editors_would_mix_both(taken, moves, there, coming, stranger):
    found = taken(*there).stranger(moves(*coming))
    assert (found.name if found else None) == stranger


def test_neighbour_from_the_same_folder_is_no_stranger(taken, moves):
    assert taken(ours=["a.NEF", "a.xmp"]).stranger(moves("a.tif")) is None
