"""Photos that weights were trained on are not what they are measured on."""

import csv
from pathlib import Path

import numpy as np
import pytest

from scoring.evaluation.measured_side import SideError, measured_side
from scoring.evaluation.side import Side
from scoring.training.datasets.opinions import HOW_FROM_MEANS
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.splits import HERE


def photos(names, split=(), tags=()):
    mos = np.linspace(2.0, 9.0, len(names))
    paths = tuple(Path(name) for name in names)
    return RatedPhotos(paths, mos, ("a",) * len(names), np.full((len(names), 10), 0.1), HOW_FROM_MEANS, split, tags)


@pytest.fixture
def biq2021():
    """Six photos of the split that ships, half of them held out."""
    with (HERE / "biq2021.csv").open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    sides = [[row["file"] for row in rows if row["held_out"] == side][:3] for side in ("0", "1")]
    return photos([*sides[0], *sides[1]])


def test_weights_are_measured_on_what_was_held_out_of_their_training(biq2021):
    side = measured_side("biq2021", biq2021, trained_on="biq2021", wanted=None)
    assert side.side is Side.HELD_OUT
    assert side.measured.tolist() == [False] * 3 + [True] * 3
    assert side.scenes_known
    assert side.warning == ""


def test_asking_for_photos_that_were_trained_on_is_warned_of(biq2021):
    side = measured_side("biq2021", biq2021, trained_on="biq2021", wanted=Side.ALL)
    assert side.measured.all()
    assert "3 of the 6 photos measured were trained on" in side.warning


def test_weights_trained_elsewhere_are_measured_on_all_without_a_warning(biq2021):
    side = measured_side("biq2021", biq2021, trained_on="ava", wanted=None)
    assert side.side is Side.ALL
    assert side.warning == ""


def test_another_part_of_the_set_was_not_trained_on():
    side = measured_side("biq2021", photos(["ss01_x.jpg", "ss02_y.jpg"]), trained_on="biq2021", wanted=None)
    assert side.side is Side.ALL
    assert not side.scenes_known
    assert side.warning == ""


def test_known_and_unknown_photos_together_are_refused(biq2021):
    mixed = photos([*(path.name for path in biq2021.paths), "ss01_x.jpg"])
    with pytest.raises(DatasetError, match=r"ss01_x\.jpg is not in the split"):
        measured_side("biq2021", mixed, trained_on="biq2021", wanted=None)


def test_the_published_test_side_is_taken_where_there_is_one():
    koniq = photos(["a.jpg", "b.jpg", "c.jpg"], ("training", "validation", "test"))
    side = measured_side("koniq10k", koniq, trained_on="biq2021", wanted=None)
    assert side.side is Side.TEST
    assert side.measured.tolist() == [False, False, True]
    assert side.scene.tolist() == [0, 1, 2]
    assert not side.scenes_known


@pytest.mark.parametrize("name", ["train", "training"])
def test_the_training_side_is_found_by_either_name(name):
    side = measured_side("para", photos(["a.jpg", "b.jpg"], (name, "test")), trained_on=None, wanted=Side.TRAIN)
    assert side.measured.tolist() == [True, False]


def test_weights_trained_on_a_set_without_a_split_of_ours_are_warned_of_unless_on_its_test_side():
    ava = photos(["a.jpg", "b.jpg"], ("train", "test"))
    assert measured_side("ava", ava, trained_on="ava", wanted=None).warning == ""
    assert "perhaps on these" in measured_side("ava", ava, trained_on="ava", wanted=Side.ALL).warning
    assert "perhaps on these" in measured_side("spaq", photos(["a.jpg"]), trained_on="spaq", wanted=None).warning


@pytest.mark.parametrize("wanted", [Side.HELD_OUT, Side.TEST, Side.TRAIN])
def test_a_side_that_the_set_does_not_have_is_wrong_usage(wanted):
    with pytest.raises(SideError, match=f"known as {wanted.value}") as caught:
        measured_side("spaq", photos(["a.jpg"]), trained_on=None, wanted=wanted)
    assert "--split" in caught.value.hint
    assert caught.value.exit_code == 2


def test_pictures_damaged_from_one_photo_are_one_scene():
    tags = (("photo 01",), ("photo 02",), ("photo 01",))
    side = measured_side("tid2013", photos(["a.bmp", "b.bmp", "c.bmp"], tags=tags), trained_on=None, wanted=None)
    assert side.scenes_known
    assert side.scene[0] == side.scene[2] != side.scene[1]


def test_own_photos_in_the_layout_of_a_set_are_warned_of_only_for_weights_that_are_not_ours():
    own = photos(["dog.jpg", "cat.jpg"])
    ours, theirs = (measured_side("biq2021", own, "biq2021", None, ours=ours) for ours in (True, False))
    assert ours.warning == ""
    assert "perhaps on these" in theirs.warning
