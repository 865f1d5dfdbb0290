"""Which photos of a set a saliency network learns from: those whose focus tells, and never those held out."""

from dataclasses import replace

import numpy as np
import pytest

from scoring.training.datasets.biq2021 import read_biq2021
from scoring.training.datasets.rated_photos import DatasetError
from scoring.training.report import Report
from scoring.training.saliency.album import both_sides
from scoring.training.saliency.recipe import read_saliency_recipe
from tests.scoring.training.drawn_set import write_rated_set
from tests.scoring.training.saliency.drawn_focus import focused_photo

SHIPPED = read_saliency_recipe("saliency.biq2021")
PLAN = replace(SHIPPED, lessons=replace(SHIPPED.lessons, stored_px=256, grounds=5))
BLACK = np.zeros((512, 512, 3), np.uint8)


def photos(tells, count=40):
    """Photos of which those whose number `tells` is true of tell their subject."""
    return [(focused_photo(np.random.default_rng(n))[0] if tells(n) else BLACK, 0.5) for n in range(count)]


def sides_of(folder, drawn, line=lambda _line: None):
    folder.mkdir(exist_ok=True)
    write_rated_set(folder, drawn)
    return both_sides(read_biq2021(folder), PLAN, Report(line))


def test_every_fifth_photo_is_held_out_and_what_tells_nothing_is_ground(tmp_path):
    told = []
    sides = sides_of(tmp_path, photos(lambda n: n % 2), told.append)
    assert (len(sides.album.subjects), len(sides.held_out), len(sides.album.grounds)) == (16, 4, PLAN.lessons.grounds)
    assert told == ["16 photos tell their subject, and 4 of those held out"]
    rgb, mask = sides.album.subjects[0]
    assert rgb.shape == (256, 256, 3)
    assert mask.shape == (256, 256)
    assert not any(ground.any() for ground in sides.album.grounds)


def test_another_picture_makes_another_digest(tmp_path):
    drawn = photos(lambda n: n % 2)
    first = sides_of(tmp_path / "one", drawn).digest
    assert sides_of(tmp_path / "same", drawn).digest == first
    assert sides_of(tmp_path / "other", [drawn[0], (drawn[1][0][::-1], 0.5), *drawn[2:]]).digest != first


def test_set_in_which_too_few_photos_tell_is_refused_with_both_numbers(tmp_path):
    with pytest.raises(DatasetError, match="0 photos to train on and 4 held out") as caught:
        sides_of(tmp_path, photos(lambda n: n % 5 == 4, 20))
    assert caught.value.hint
