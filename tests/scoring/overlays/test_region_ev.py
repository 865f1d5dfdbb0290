"""Regions of the exposure map, at one with the verdict."""

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessment import Assessment, cannot_judge
from scoring.assessors.exposure import measure_exposure
from scoring.exposure_reading import ExposureReading
from scoring.frame import Frame
from scoring.overlays.region_ev import region_ev
from scoring.ranking.exposure_rules import judged_by, load_exposure_rules


def frame_read_as(rgb, ev):
    """A frame whose map says `ev` everywhere."""

    class Read(Frame):
        exposure_reading = ExposureReading(np.full((8, 12), ev, np.float32), np.full((8, 12), 0.5, np.float32))

    return Read(np.ascontiguousarray(rgb), (rgb.shape[1], rgb.shape[0]), ExifFacts())


def judged(frame, rules="auto"):
    return judged_by(measure_exposure(frame), load_exposure_rules(rules))


def moon():
    """A lit disc in a black sky, of which the map knows only that it is dark."""
    rgb = np.zeros((400, 600, 3), np.uint8)
    cv2.circle(rgb, (300, 200), 60, (190, 180, 160), -1)
    return frame_read_as(rgb, -4.0)


def test_the_whole_is_as_far_off_as_the_verdict_says():
    frame = frame_read_as(np.random.default_rng(3).integers(60, 200, (400, 600, 3), np.uint8), -0.6)
    said = judged(frame)
    assert region_ev(frame, said).ev.mean() == pytest.approx(said.evidence["judged_ev_offset"], abs=1e-3)


def test_a_lit_thing_before_black_is_as_bright_as_the_verdict_says():
    frame = moon()
    said = judged(frame)
    regions = region_ev(frame, said)
    assert said.level == "normal"
    assert regions.lit
    assert regions.ev[170:230, 270:330].mean() == pytest.approx(said.evidence["lit_ev_offset"], abs=0.2)


def test_the_black_around_it_is_told_apart():
    regions = region_ev(moon(), judged(moon()))
    disc = cv2.circle(np.zeros((400, 600), np.uint8), (300, 200), 60, 1, -1) > 0
    assert (regions.black == ~disc).mean() > 0.99
    assert not regions.white.any()


def test_an_underexposed_photo_stays_blue_where_it_is_dark_but_not_black():
    rgb = np.random.default_rng(3).integers(8, 40, (400, 600, 3), np.uint8)
    frame = frame_read_as(rgb, -3.0)
    regions = region_ev(frame, judged(frame))
    assert not regions.lit
    assert regions.black.mean() < 0.05
    assert regions.ev.max() < -2.0


def test_a_white_backdrop_is_left_out_where_the_rules_believe_it():
    rgb = np.full((400, 600, 3), 255, np.uint8)
    rgb[80:380, 100:500] = (130, 110, 100)
    frame = frame_read_as(rgb, 1.5)
    by_product, by_landscape = (region_ev(frame, judged(frame, rules)) for rules in ("product", "landscape"))
    assert by_product.white.mean() == pytest.approx(0.5, abs=0.02)
    thing = judged(frame).evidence["before_backdrop_ev_offset"]
    assert by_product.ev[200:300, 200:400].mean() == pytest.approx(thing, abs=0.1)
    assert not by_landscape.white.any()


def test_without_facts_it_is_the_map_itself():
    frame = frame_read_as(np.full((90, 120, 3), 100, np.uint8), 0.7)
    for said in (cannot_judge("Too small."), Assessment(0.5, 0.5, "fair", ("Fair.",))):
        regions = region_ev(frame, said)
        assert regions.ev == pytest.approx(0.7)
        assert regions.doubt_ev == pytest.approx(0.5)


def test_the_subject_is_as_bright_as_rules_about_it_say():
    rgb = np.random.default_rng(3).integers(90, 150, (400, 600, 3), np.uint8)
    rgb[120:280, 220:380] //= 3
    frame = frame_read_as(rgb, 0.3)
    by_portrait, by_landscape = (judged(frame, rules) for rules in ("portrait", "landscape"))
    core = np.s_[160:240, 260:340]
    subject_ev = by_portrait.evidence["subject_ev_offset"]
    assert by_portrait.evidence["subject_confidence"] > 0.5
    assert subject_ev < -2.0
    regions = region_ev(frame, by_portrait).ev
    assert regions[core].mean() < -1.0
    assert abs(regions[0].mean() - region_ev(frame, by_landscape).ev[0].mean()) < 1e-3
