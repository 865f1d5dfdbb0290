"""Damage is broken; photos that went on living are told and are no damage."""

import pytest

from assist_cli.workflows.check_catalogue import MOST_FOLDERS, check_catalogue
from assist_cli.workflows.check_machine import State
from assist_cli.workflows.find_similar import find_similar
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import ShootRequest
from assist_cli.workflows.vectors_place import vectors_beside
from index.catalog.database import open_catalog
from index.catalog.errors import DamagedCatalogError


def states(catalog):
    return [(check.part, check.state) for check in check_catalogue(catalog)]


def details(catalog):
    return [check.detail for check in check_catalogue(catalog)]


def test_a_sound_catalogue_whose_files_are_as_they_were_works(score, shoot, catalog):
    score(shoot)
    before = catalog.read_bytes()
    assert states(catalog) == [(part, State.WORKS) for part in ("catalogue", "look-alikes", "files")]
    assert "5 photos, nothing damaged" in details(catalog)[0]
    assert catalog.read_bytes() == before


def test_files_that_are_gone_or_changed_or_missing_are_told_with_what_to_do(score, shoot, catalog, draw_photo):
    score(shoot)
    (shoot / "IMG_0000.JPG").unlink()
    score(shoot)
    (shoot / "IMG_0001.JPG").unlink()
    draw_photo(shoot / "IMG_0002.JPG", seed=77)
    draw_photo(shoot / "IMG_0003.JPG", seed=78)
    assert details(catalog)[2:] == [
        "1 file is gone since it was scored",
        "2 files have changed since they were scored",
        "1 photo is marked as missing",
    ]
    assert states(catalog)[2:] == [("files", State.LIMITED)] * 3
    assert all(check.hint.startswith("assist ") for check in list(check_catalogue(catalog))[2:])


def test_files_whose_whole_folder_is_gone_are_told_with_its_name(score, shoot, catalog, draw_photo, tmp_path):
    for number in range(3):
        draw_photo(tmp_path / "card" / f"{number % 2}" / f"{number}.jpg", seed=number)
    score(shoot, tmp_path / "card")
    (tmp_path / "card").rename(tmp_path / "elsewhere")
    *_, check = check_catalogue(catalog)
    assert check.state is State.LIMITED
    assert check.detail == f"3 files cannot be reached: their folder {tmp_path / 'card'} is not there"
    assert "a disk may be unplugged" in check.hint
    assert check.hint.endswith(f"assist catalogue prune --gone {tmp_path / 'card'}")


def test_many_folders_that_are_gone_are_counted(score, catalog, draw_photo, tmp_path):
    folders = [tmp_path / f"day {number}" for number in range(MOST_FOLDERS + 2)]
    for folder in folders:
        draw_photo(folder / "a.jpg")
    score(*folders)
    for folder in folders:
        (folder / "a.jpg").unlink()
        folder.rmdir()
    told = details(catalog)[2:]
    assert len(told) == MOST_FOLDERS + 1
    assert told[-1] == "2 cannot be reached in 2 more folders that are not there"


def look_alikes(catalog):
    return next(check for check in check_catalogue(catalog) if check.part == "look-alikes")


def test_the_index_of_look_alikes_is_told_as_not_there_whole_or_damaged(score, shoot, catalog):
    score(shoot)
    assert "the first assist similar makes it" in look_alikes(catalog).detail
    find_similar(ShootRequest([shoot / "IMG_0000.JPG"], catalog), 2, Progress(), lambda _progress: None)
    index = vectors_beside(catalog)
    assert look_alikes(catalog).detail == f"{index}, 5 photos, whole"
    index.write_bytes(index.read_bytes()[:-9])
    damaged = look_alikes(catalog)
    assert damaged.state is State.LIMITED
    assert "its checksum is wrong" in damaged.detail
    assert "makes it anew" in damaged.hint


def test_damage_is_broken_and_nothing_is_said_of_files(score, shoot, catalog):
    score(shoot)
    with open_catalog(catalog) as opened:
        opened._db.execute("UPDATE ratings SET rating_dist_json = '['")
    (check,) = check_catalogue(catalog)
    assert (check.part, check.state) == ("catalogue", State.BROKEN)
    assert "ratings.rating_dist_json: 5" in check.detail
    assert check.hint


def torn(catalog, first_page):
    content = bytearray(catalog.read_bytes())
    content[first_page * 4096 :] = b"\x5a" * (len(content) - first_page * 4096)
    catalog.write_bytes(content)


@pytest.mark.parametrize("share", [0.7, 0.8])
def test_torn_pages_are_broken_and_say_what_to_do(score, shoot, catalog, share):
    score(shoot)
    torn(catalog, int(share * catalog.stat().st_size / 4096))
    broken = [check for check in check_catalogue(catalog) if check.state is State.BROKEN]
    assert broken
    assert all("damaged pages" in check.detail and "move the file away" in check.hint for check in broken)


def test_a_catalogue_whose_tables_are_torn_cannot_even_be_opened(score, shoot, catalog):
    score(shoot)
    torn(catalog, 1)
    with pytest.raises(DamagedCatalogError) as caught:
        list(check_catalogue(catalog))
    assert "move the file away" in caught.value.hint


@pytest.mark.usefixtures("score")
def test_an_empty_catalogue_is_sound(catalog):
    open_catalog(catalog).close()
    assert [state for _part, state in states(catalog)] == [State.WORKS] * 3
