"""The split of BIQ2021 that ships."""

from pathlib import Path

import numpy as np
import pytest

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.splits import HERE, known_split


def rated(*names):
    count = len(names)
    return RatedPhotos(
        tuple(Path("images") / name for name in names),
        np.full(count, 5.0),
        ("ss01",) * count,
        np.full((count, 10), 0.1),
        "drawn",
    )


def everything():
    lines = (HERE / "biq2021.csv").read_text(encoding="utf-8").splitlines()[1:]
    return rated(*(line.split(",")[0] for line in lines))


def test_known_split_of_a_set_without_one_is_none():
    assert known_split("aadb", rated("a.jpg")) is None


def test_known_split_follows_the_order_of_the_photos():
    forwards, backwards = (
        known_split("biq2021", rated("ss01_1.jpg", "ss01_10.jpg")),
        known_split("biq2021", rated("ss01_10.jpg", "ss01_1.jpg")),
    )
    assert forwards.held_out.tolist() == backwards.held_out[::-1].tolist() == [False, True]
    assert forwards.scene.tolist() == backwards.scene[::-1].tolist()


def test_own_photos_in_the_layout_of_a_set_have_no_split():
    assert known_split("biq2021", rated("holiday.jpg", "dog.jpg")) is None


def test_known_split_refuses_a_photo_it_does_not_know():
    with pytest.raises(DatasetError, match=r"holiday\.jpg is not in the split"):
        known_split("biq2021", rated("ss01_1.jpg", "holiday.jpg"))


def test_known_split_never_parts_a_scene():
    split = known_split("biq2021", everything())
    assert not set(split.scene[split.held_out]) & set(split.scene[~split.held_out])


def test_known_split_holds_out_a_fifth():
    split = known_split("biq2021", everything())
    assert split.held_out.mean() == pytest.approx(0.2, abs=0.005)
