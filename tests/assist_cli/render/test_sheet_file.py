"""The contact sheet of a shoot: every photo once, its folder and the better frame by name, and whole or not at all."""

from dataclasses import replace
from datetime import datetime

import pytest

from assist_cli.render.sheet_file import write_pick_sheet, write_sheet
from assist_cli.workflows.grouped_shoot import GroupedShoot, PickedShoot
from index.photo.record import ExifFacts
from scoring.groups.group import Group, GroupKind
from scoring.groups.seen_photo import SeenPhoto
from tests.assist_cli.made_shoot import CHOICES, grouped
from tests.assist_cli.sheet_samples import ReadPage

NOON = datetime(2026, 5, 16, 12, 0, 3)


@pytest.fixture
def shoot(tmp_path, draw_photo):
    """The made shoot, on disk."""
    made = grouped()
    for seed, photo in enumerate(made.photos):
        draw_photo(tmp_path / "shoot" / photo.path.name, seed)
    on_disk = [replace(photo, path=tmp_path / "shoot" / photo.path.name) for photo in made.photos]
    return GroupedShoot(on_disk, made.groups)


def read(file):
    return ReadPage(file.read_text(encoding="utf-8"))


def figures(page):
    return [text for name, _, text in page.elements if name == "figure"]


def pictures(page):
    """Names of the photos that are shown."""
    images = [facts for name, facts, _ in page.elements if name == "img" and facts["src"].startswith("data:image/jpeg")]
    return [facts["alt"] for facts in images if facts["alt"]]


def test_every_photo_is_shown_once_groups_first(shoot, tmp_path):
    write_sheet(tmp_path / "sheet.html", shoot, quiet=True)
    page = read(tmp_path / "sheet.html")
    names = [f"IMG_{number}.JPG" for number in range(8)]
    assert pictures(page) == names
    assert all(name in figure for name, figure in zip(names, figures(page), strict=True))
    assert page.texts("h1") == ["shoot"]


def test_groups_alone_tell_no_advice_and_picks_do(shoot, tmp_path):
    write_sheet(tmp_path / "groups.html", shoot, quiet=True)
    write_pick_sheet(tmp_path / "picks.html", PickedShoot(shoot, [], CHOICES), quiet=True)
    advice = CHOICES[0].reasons[0]
    assert not any(advice in figure for figure in figures(read(tmp_path / "groups.html")))
    told = figures(read(tmp_path / "picks.html"))
    assert ["IMG_0.JPG" in figure for figure in told] == [advice in figure for figure in told]


def test_frames_tell_their_folder_below_the_shared_one_and_when_they_were_taken(tmp_path, draw_photo):
    paths = [draw_photo(tmp_path / "trip" / name, seed) for seed, name in enumerate(("one/A.JPG", "two/B.JPG"))]
    seen = [SeenPhoto(path, path.name, (64, 48), ExifFacts(capture_time=NOON)) for path in paths]
    write_sheet(tmp_path / "sheet.html", GroupedShoot(seen, [Group(GroupKind.BURST, (0, 1), "2 frames")]), quiet=True)
    page = read(tmp_path / "sheet.html")
    assert page.texts("h1") == ["trip"]
    for figure, folder in zip(figures(page), ("one", "two"), strict=True):
        assert folder in figure
        assert "12:00:03" in figure


def test_a_photo_that_cannot_be_read_has_its_place_without_a_picture(shoot, tmp_path):
    shoot.photos[2].path.write_bytes(b"no picture")
    write_sheet(tmp_path / "sheet.html", shoot, quiet=True)
    page = read(tmp_path / "sheet.html")
    assert len(figures(page)) == 8
    assert pictures(page) == [f"IMG_{number}.JPG" for number in range(8) if number != 2]


def test_a_sheet_that_is_broken_off_leaves_the_one_before(shoot, tmp_path, monkeypatch):
    file = tmp_path / "sheet.html"
    file.write_text("the one before")

    def broken(_path):
        raise MemoryError

    monkeypatch.setattr("assist_cli.render.sheet_file.sheet_picture", broken)
    with pytest.raises(MemoryError):
        write_sheet(file, shoot, quiet=True)
    assert file.read_text() == "the one before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sheet.html", "shoot"]


@pytest.mark.parametrize("quiet", [False, True])
def test_it_is_told_that_the_sheet_was_written_unless_quiet(shoot, tmp_path, capsys, quiet):
    write_sheet(tmp_path / "sheet.html", shoot, quiet=quiet)
    assert ("sheet.html written" in capsys.readouterr().err) is not quiet


def test_a_sheet_of_no_photos_is_named_after_its_file(tmp_path):
    write_sheet(tmp_path / "empty.html", GroupedShoot([], []), quiet=True)
    assert read(tmp_path / "empty.html").texts("h1") == ["empty"]
