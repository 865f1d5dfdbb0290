"""Damage is broken; photos that went on living are told and are no damage."""

import pytest

from assist_cli.workflows.check_catalogue import check_catalogue
from assist_cli.workflows.check_machine import State
from index.catalog.database import open_catalog
from index.catalog.errors import DamagedCatalogError


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
        "1 are gone since they were scored",
        "2 have changed since they were scored",
        "1 photos are marked as missing",
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
    assert "5 texts" in check.detail
    assert check.hint


def test_torn_pages_are_broken_or_named_by_the_error(score, shoot, catalog):
    score(shoot)
    content = bytearray(catalog.read_bytes())
    for start in range(3 * 4096, len(content), 4096):
        content[start : start + 4096] = b"\x5a" * 4096
    catalog.write_bytes(content)
    try:
        found = states(catalog)
    except DamagedCatalogError as error:
        assert "move the file away" in error.hint
    else:
        assert ("catalogue", State.BROKEN) in found


@pytest.mark.usefixtures("score")
def test_an_empty_catalogue_is_sound(catalog):
    open_catalog(catalog).close()
    assert [state for _part, state in states(catalog)] == [State.WORKS, State.WORKS]
