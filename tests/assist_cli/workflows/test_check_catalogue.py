"""Damage is broken; photos that went on living are told and are no damage."""

import pytest

from assist_cli.workflows.check_catalogue import check_catalogue
from assist_cli.workflows.check_machine import State
from index.catalog.database import open_catalog


def states(catalog):
    return [(check.part, check.state) for check in check_catalogue(catalog)]


def details(catalog):
    return [check.detail for check in check_catalogue(catalog)]


def test_a_sound_catalogue_whose_files_are_as_they_were_works(score, shoot, catalog):
    score(shoot)
    before = catalog.read_bytes()
    assert states(catalog) == [("catalogue", State.WORKS), ("files", State.WORKS)]
    assert "5 photos, nothing damaged" in details(catalog)[0]
    assert catalog.read_bytes() == before


def test_files_that_are_gone_or_changed_or_missing_are_told_with_what_to_do(score, shoot, catalog, draw_photo):
    score(shoot)
    (shoot / "IMG_0000.JPG").unlink()
    score(shoot)
    (shoot / "IMG_0001.JPG").unlink()
    draw_photo(shoot / "IMG_0002.JPG", seed=77)
    draw_photo(shoot / "IMG_0003.JPG", seed=78)
    assert details(catalog)[1:] == [
        "1 file is gone since it was scored",
        "2 files have changed since they were scored",
        "1 photo is marked as missing",
    ]
    assert states(catalog) == [("catalogue", State.WORKS)] + [("files", State.LIMITED)] * 3
    assert all(check.hint.startswith("assist ") for check in list(check_catalogue(catalog))[1:])


def test_damage_is_broken_and_nothing_is_said_of_files(score, shoot, catalog):
    score(shoot)
    with open_catalog(catalog) as opened:
        opened._db.execute("UPDATE ratings SET rating_dist_json = '['")
        opened._db.conn.commit()
    (check,) = check_catalogue(catalog)
    assert (check.part, check.state) == ("catalogue", State.BROKEN)
    assert "ratings.rating_dist_json: 5" in check.detail
    assert check.hint


def torn(catalog, first_page):
    content = bytearray(catalog.read_bytes())
    content[first_page * 4096 :] = b"\x5a" * (len(content) - first_page * 4096)
    catalog.write_bytes(content)


@pytest.mark.parametrize("first_page", [1, 5])
def test_torn_pages_are_broken_and_say_what_to_do(score, shoot, catalog, first_page):
    score(shoot)
    torn(catalog, first_page)
    broken = [check for check in check_catalogue(catalog) if check.state is State.BROKEN]
    assert broken
    assert all("damaged pages" in check.detail and "move the file away" in check.hint for check in broken)


@pytest.mark.usefixtures("score")
def test_an_empty_catalogue_is_sound(catalog):
    open_catalog(catalog).close()
    assert [state for _part, state in states(catalog)] == [State.WORKS, State.WORKS]
