"""A sidecar is followed to where its photo went, if there is no doubt that it is the one."""

from __future__ import annotations

import pytest

from index.journal.moved_files import followed, nowhere
from tests.index.journal.stars import sidecar


@pytest.fixture
def write(journal, shoot, give_stars):
    """Of a sidecar whose photo is renamed afterwards."""
    (written,) = journal.writes_of(give_stars(4, shoot / "a.NEF.xmp"))
    (shoot / "a.NEF").rename(shoot / "Harbour.NEF")
    (shoot / "a.NEF.xmp").rename(shoot / "Harbour.NEF.xmp")
    return written


def test_renamed_sidecar_is_found_beside_its_photo(write, shoot):
    found, now = followed(write, lambda _write: [shoot / "Harbour.NEF"])
    assert (found.path, found.photo, found.id) == (shoot / "Harbour.NEF.xmp", shoot / "Harbour.NEF", write.id)
    assert now.data == sidecar(4, "harbour")


@pytest.mark.parametrize("name", ["b.NEF", "gone.NEF"])
def test_photo_whose_sidecar_is_another_one_is_not_followed(write, shoot, name):
    assert followed(write, lambda _write: [shoot / name]) == (write, None)


def test_nothing_is_followed_without_a_catalogue(write):
    assert followed(write, nowhere) == (write, None)


def test_sidecar_is_not_followed_while_its_photo_is_where_it_was(write, shoot):
    (shoot / "a.NEF").touch()
    assert followed(write, lambda _write: [shoot / "Harbour.NEF"]) == (write, None)


def test_sidecar_in_two_places_is_not_guessed(write, shoot):
    (shoot / "Tower.NEF.xmp").write_bytes((shoot / "Harbour.NEF.xmp").read_bytes())
    assert followed(write, lambda _write: [shoot / "Harbour.NEF", shoot / "Tower.NEF"]) == (write, None)
