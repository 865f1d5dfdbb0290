"""Our plug-in inside a real darktable, asking a real assist: stars, labels, tags and crops come, a person's word stays."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tests.end_to_end.played_darktable import (
    CROPPED,
    EDITED,
    GONE,
    MINE,
    ODD,
    RAW,
    SHOTS,
    TURNED,
    asking_assist,
    exported,
    rated_picked_and_cropped,
    taken_back,
)
from tests.real_editors.darktable_library import darktable_library
from tests.real_editors.darktable_lighttable import SKIP_REASON

pytestmark = pytest.mark.skipif(SKIP_REASON is not None, reason=str(SKIP_REASON))


@pytest.fixture(scope="module")
def lighttable(tmp_path_factory):
    return asking_assist(tmp_path_factory.mktemp("it's darktable's"))


@pytest.fixture(scope="module")
def done(lighttable, shoot_dir):
    return rated_picked_and_cropped(lighttable, shoot_dir)


@pytest.fixture(scope="module")
def undone(lighttable, done):
    """darktable was ended and started again; all three runs are taken back."""
    assert done.told
    return taken_back(lighttable)


@pytest.mark.parametrize("name", [ODD, TURNED, EDITED, CROPPED, RAW])
def test_rating_gives_the_stars_that_assist_gives(done, name):
    rating = done.answer("rate", name)["rating"]
    assert rating is not None
    assert done.state("rate", name)["rating"] == rating


def test_a_duplicate_gets_the_stars_of_its_photo(done):
    assert done.state("rate", ODD, copy=1)["rating"] == done.state("rate", ODD)["rating"]


def test_stars_that_a_person_gave_stay(done):
    assert [done.state(what, MINE)["rating"] for what in ("before", "rate", "crop")] == [5, 5, 5]
    assert "1 carry marks of yours" in done.status("rate")


def test_a_photo_that_vanished_is_told_and_nothing_else_suffers(done):
    assert done.answer("rate", GONE)["error"] is not None
    assert "1 could not be judged" in done.status("rate")
    assert done.state("crop", GONE) == {**done.state("before", GONE), "what": "crop"}


@pytest.mark.parametrize("name", [ODD, TURNED, EDITED, CROPPED])
def test_picks_give_the_label_and_a_tag_under_the_parent(done, name):
    answer, state = done.answer("pick", name), done.state("pick", name)
    assert state["labels"] == [answer["label"]]
    assert f"photo-assist|assist-{answer['decision'].replace('_', '-')}" in state["tags"]


def test_no_style_and_no_tag_of_a_style_is_left(done, lighttable):
    (told,) = (one for one in done.told if one["what"] == "styles")
    assert (told["count"], told["tag"]) == (0, "nil")
    assert list((lighttable.home / "config" / "styles").glob("*")) == []
    assert list((lighttable.home / "cache").glob("*photo*assist*")) == []


@pytest.mark.parametrize("name", [ODD, TURNED, EDITED, RAW])
def test_the_crop_is_that_of_assist_in_the_exported_picture(done, name, tmp_path):
    result = done.answer("crop", name)
    (left, top, right, bottom), (width, height) = result["crop"]["box"], result["size_px"]
    picture = exported(done.photos / name, tmp_path)
    assert (right - left) * width == pytest.approx((bottom - top) * height, abs=2), "a square was asked for"
    assert picture.shape[1] == pytest.approx((right - left) * width, abs=2)
    assert picture.shape[0] == pytest.approx((bottom - top) * height, abs=2)


def test_the_sidecar_that_darktable_writes_says_the_same(done):
    library = darktable_library(done.photos / TURNED)
    rating, picked = done.answer("rate", TURNED)["rating"], done.answer("pick", TURNED)["label"]
    assert library.shows == (rating, False, (picked.capitalize(),))
    assert ("crop", True) in library.steps
    assert any(tag.startswith("photo-assist|assist-") for tag in library.tags)


def test_an_edit_that_was_there_is_kept_beside_the_crop(done, shoot_dir, tmp_path):
    steps = darktable_library(done.photos / EDITED).steps
    assert {("exposure", True), ("crop", True)} <= set(steps)
    left, top, right, bottom = done.answer("crop", EDITED)["crop"]["box"]
    with Image.open(shoot_dir / SHOTS[EDITED]) as opened:
        box = (left * opened.width, top * opened.height, right * opened.width, bottom * opened.height)
        as_taken = np.asarray(opened.convert("RGB").crop(tuple(map(round, box)))).astype(float)
    assert exported(done.photos / EDITED, tmp_path).mean() > as_taken.mean() * 1.2


def test_a_persons_crop_stays_as_it_was(done, tmp_path):
    assert done.answer("crop", CROPPED)["crop"] is not None
    height, width, _ = exported(done.photos / CROPPED, tmp_path).shape
    full = done.answer("crop", CROPPED)["size_px"]
    assert (width, height) == pytest.approx((full[0] / 2, full[1] / 2), abs=2)
    assert "1 carry marks of yours" in done.status("crop")


@pytest.mark.parametrize("name", [ODD, EDITED, MINE, CROPPED, RAW])
def test_taking_back_leaves_stars_labels_and_tags_as_they_were(done, undone, name):
    before, back = done.state("before", name), undone.state("back", name)
    assert (back["rating"], back["labels"]) == (before["rating"], before["labels"])
    assert [tag for tag in back["tags"] if tag.startswith("photo-assist")] == []


def test_taking_back_leaves_what_the_person_changed_since(undone):
    assert undone.state("back", TURNED)["rating"] == 5
    assert "1 changed since" in undone.status("back")
    assert "no run to take back" in undone.status("nothing left")


@pytest.mark.parametrize("name", [ODD, RAW])
def test_taking_back_gives_the_whole_frame_back(undone, done, name, tmp_path):
    height, width, _ = exported(undone.photos / name, tmp_path).shape
    assert (width, height) == pytest.approx(done.answer("crop", name)["size_px"], abs=4)


def test_taking_back_leaves_a_persons_crop_and_edit(undone):
    assert ("crop", True) in darktable_library(undone.photos / CROPPED).steps
    assert ("exposure", True) in darktable_library(undone.photos / EDITED).steps
