"""A photo that two threads judge is judged as by one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from index.photo.record import Asset, ExifFacts
from scoring import judge_in_two as two
from scoring.frame import Frame
from scoring.judge import open_judge
from scoring.registry import ASSESSORS
from tests.scoring.made_face import made_face


@pytest.fixture(scope="module")
def other():
    with ThreadPoolExecutor(1) as threads:
        yield threads


@pytest.mark.parametrize("name", ["DSC_0101.JPG", "DSC_0103.JPG", "DSC_0111.JPG"])
def test_alone_or_in_two_a_photo_gets_the_same_judgement(shoot_dir, name):
    photo = Asset(shoot_dir / name)
    one, in_two = open_judge("cpu").judge(photo), open_judge("cpu", in_two=True).judge(photo)
    assert in_two.quality == one.quality
    assert dict(in_two.assessments) == dict(one.assessments)
    assert list(in_two.assessments) == [assessor.name for assessor in ASSESSORS]
    assert np.array_equal(in_two.embedding, one.embedding)


def test_second_thread_helps_with_a_photo_that_is_the_only_one(shoot_dir, monkeypatch):
    shared = []
    monkeypatch.setattr("scoring.judge.judge_in_two", lambda *told: shared.append(1) or two.judge_in_two(*told))
    judge = open_judge("cpu", in_two=True)
    judge.judge(Asset(shoot_dir / "DSC_0103.JPG"))
    assert shared == [1]
    with judge._counted():  # another one is being judged
        judge.judge(Asset(shoot_dir / "DSC_0103.JPG"))
    assert shared == [1]


def test_those_that_begin_with_pixels_ask_no_network(shoot_dir, monkeypatch):
    frame = _frame(shoot_dir)
    for asked in ("saliency", "exposure_reading", "faces"):
        monkeypatch.setattr(Frame, asked, property(lambda _self, asked=asked: pytest.fail(f"asked for {asked}")))
    for one in ASSESSORS:
        if one.name in two.WITH_PIXELS:
            one.assess(replace(frame, find_faces=lambda _rgb, _smaller: (made_face(),)))


def test_trouble_of_either_thread_is_raised_after_both_let_go_of_the_photo(shoot_dir, other):
    frame, done = _frame(shoot_dir), []

    def rate():
        done.append("rated")

    def assess(one):
        if one.name == "noise":
            raise ZeroDivisionError
        return one.assess(frame)

    with pytest.raises(ZeroDivisionError):
        two.judge_in_two(frame, rate, assess, other)
    assert done == ["rated"]

    def no_rating():
        raise OSError("no network")

    with pytest.raises(OSError, match="no network"):
        two.judge_in_two(frame, no_rating, lambda one: one.assess(frame), other)


def _frame(shoot_dir):
    import cv2

    rgb = cv2.imread(str(shoot_dir / "DSC_0103.JPG"))[..., ::-1]
    return Frame(np.ascontiguousarray(rgb), rgb.shape[1::-1], ExifFacts())
