"""Which photos of a set an exposure map learns from: well exposed and liked ones, and never those held out."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from scoring.training.datasets.biq2021 import read_biq2021
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.exposure.album import both_sides, liked_photos
from scoring.training.exposure.lessons import drawn_lessons
from scoring.training.exposure.recipe import read_exposure_recipe
from scoring.training.pictures import open_pictures
from scoring.training.report import Report
from tests.scoring.training.drawn_set import write_rated_set

SHIPPED = read_exposure_recipe("exposure_map.biq2021")
PLAN = replace(SHIPPED, lessons=replace(SHIPPED.lessons, stored_px=64))
WELL_EXPOSED = np.broadcast_to(np.linspace(30, 220, 64)[None, :, None], (64, 64, 3)).astype(np.uint8)
BLACK = np.zeros((64, 64, 3), np.uint8)


def album_of(folder, photos, line=lambda _line: None):
    folder.mkdir(exist_ok=True)
    write_rated_set(folder, photos)
    return both_sides(read_biq2021(folder), PLAN, Report(line))


def rated(mos, subset):
    count = len(mos)
    return RatedPhotos((), np.array(mos), tuple(subset), np.full((count, 10), 0.1), "drawn")


def test_every_fifth_photo_of_an_unknown_set_is_held_out(tmp_path):
    sides = album_of(tmp_path, [(WELL_EXPOSED, 0.5)] * 20)
    assert len(sides.held_out) == 4
    assert not {4, 9, 14, 19} & {*sides.album.well_exposed, *sides.album.liked}
    assert len(sides.album.well_exposed) == 16


def test_badly_exposed_photo_is_shown_as_it_is_but_never_re_exposed(tmp_path):
    photos = [(BLACK if number in (0, 4) else WELL_EXPOSED, 0.5) for number in range(30)]
    sides = album_of(tmp_path, photos)
    assert 0 in sides.album.liked
    assert 0 not in sides.album.well_exposed
    assert all(sides.album.pictures[row].any() for row in sides.held_out)


def test_photo_that_people_disliked_teaches_nothing(tmp_path):
    photos = [(WELL_EXPOSED, 0.1 if number == 1 else 0.5) for number in range(30)]
    album = album_of(tmp_path, photos).album
    assert 1 not in {*album.liked, *album.well_exposed}


def test_report_tells_how_many_photos_each_side_has(tmp_path):
    told = []
    album_of(tmp_path, [(WELL_EXPOSED, 0.5)] * 20, told.append)
    assert "16 well-exposed photos to train on, 16 liked ones, 4 held out" in told


def test_pictures_that_do_not_fit_into_memory_are_read_again_and_teach_the_same(tmp_path, monkeypatch):
    photos = [(WELL_EXPOSED + number, 0.5) for number in range(20)]
    whole = album_of(tmp_path / "whole", photos)
    monkeypatch.setattr("scoring.training.exposure.album.open_pictures", partial(open_pictures, room_bytes=64 * 64 * 3))
    poor = album_of(tmp_path / "poor", photos)
    assert (len(whole.album.pictures.kept), len(poor.album.pictures.kept)) == (20, 1)
    assert poor.digest == whole.digest
    for seed in range(3):
        lessons = [drawn_lessons(sides.album, PLAN.lessons, 2, (seed,)) for sides in (whole, poor)]
        assert all((one == other).all() for one, other in zip(*lessons, strict=True))


def test_another_picture_makes_another_digest(tmp_path):
    photos = [(WELL_EXPOSED, 0.5)] * 20
    first = album_of(tmp_path / "one", photos).digest
    assert album_of(tmp_path / "other", [(WELL_EXPOSED[::-1, ::-1], 0.5), *photos[1:]]).digest != first


def test_set_that_leaves_too_few_on_a_side_is_refused_with_both_numbers(tmp_path):
    with pytest.raises(DatasetError, match="8 photos to train on and 2 held out") as caught:
        album_of(tmp_path, [(WELL_EXPOSED, 0.5)] * 10)
    assert caught.value.hint


def test_better_half_of_a_weak_part_is_liked_too():
    photos = rated([1.0, 2.0, 8.0, 9.0], ["weak", "weak", "strong", "strong"])
    assert liked_photos(photos).tolist() == [False, True, True, True]
