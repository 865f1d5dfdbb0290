"""What the subject finder promises."""

import cv2
import numpy as np
import pytest

from scoring.saliency import saliency_map
from scoring.subject import Subject, find_subject, find_subjects


def disc(centre, radius=70, size=(600, 900)):
    grass = np.random.default_rng(2).normal(0, 10, (*size, 1)) + np.array([70, 110, 60])
    return cv2.circle(np.clip(grass, 0, 255).astype(np.uint8), centre, radius, (230, 60, 40), -1)


@pytest.mark.parametrize("centre", [(450, 300), (300, 200), (620, 390)])
def test_subject_box_surrounds_the_one_thing_in_the_picture(centre):
    subject = find_subject(disc(centre))
    box = np.array(subject.pixels((900, 600)))
    wanted = np.array([centre[0] - 70, centre[1] - 70, centre[0] + 70, centre[1] + 70])
    assert np.abs(box - wanted).max() <= 30
    assert subject.confidence > 0.6


def test_subject_pixels_scale_to_the_full_size_and_are_plain_integers():
    subject = find_subject(disc((450, 300)))
    full = subject.pixels((9000, 6000))
    assert all(type(edge) is int for edge in full)
    assert np.abs(np.array(full) - 10 * np.array(subject.pixels((900, 600)))).max() <= 10


def test_subject_of_texture_alone_is_not_trusted():
    texture = np.random.default_rng(4).integers(60, 180, (600, 900, 3)).astype(np.uint8)
    subject = find_subject(texture)
    assert subject is None or subject.confidence < 0.2


@pytest.mark.parametrize(("across", "down", "at_most"), [(1.0, 0.3, 0.25), (0.95, 0.95, 0.25), (1.0, 1.0, 0.1)])
def test_band_from_side_to_side_and_filled_frame_are_trusted_little(across, down, at_most):
    saliency = np.zeros((80, 120), np.float32)
    rows, cols = round(80 * down), round(120 * across)
    saliency[:rows, :cols] = 1.0
    saliency[:2, :2] = 0.0  # something must be beside it
    assert find_subjects(saliency)[0].confidence <= at_most
    assert find_subjects(np.ascontiguousarray(saliency[:, ::-1]))[0].confidence <= at_most


def test_upright_thing_from_top_to_bottom_is_trusted():
    saliency = np.zeros((80, 120), np.float32)
    saliency[:, 50:70] = 1.0
    assert find_subjects(saliency)[0].confidence == 1.0


def test_unlikely_region_is_not_trusted_however_lonely():
    saliency = np.zeros((80, 120), np.float32)
    saliency[30:50, 50:70] = 0.4
    assert find_subjects(saliency)[0].confidence == 0.0


def test_subject_of_one_colour_is_none():
    assert find_subject(np.full((400, 600, 3), 128, np.uint8)) is None


def two_discs(second_radius):
    rgb = disc((250, 300))
    return cv2.circle(rgb, (650, 300), second_radius, (230, 60, 40), -1)


def test_two_things_are_two_subjects_the_larger_first():
    first, second = find_subjects(saliency_map(two_discs(60)))
    assert first.centre[0] == pytest.approx(250 / 900, abs=0.03)
    assert second.centre[0] == pytest.approx(650 / 900, abs=0.03)
    assert second.confidence <= first.confidence


def test_much_smaller_thing_beside_the_subject_is_none():
    assert len(find_subjects(saliency_map(two_discs(15)))) == 1


@pytest.mark.parametrize("rgb", [disc((300, 200)), two_discs(60), np.full((400, 600, 3), 128, np.uint8)])
def test_first_of_all_subjects_is_the_subject(rgb):
    assert next(iter(find_subjects(saliency_map(rgb))), None) == find_subject(rgb)


def test_contact_tells_how_much_of_each_side_of_its_box_a_region_touches():
    saliency = np.zeros((80, 120), np.float32)
    saliency[20:60, 60:120] = 1.0
    saliency[60:80, 60:75] = 1.0  # a stem
    left, top, right, bottom = find_subjects(saliency)[0].contact
    assert (left, top) == (1.0, 1.0)
    assert right == pytest.approx(40 / 60)
    assert bottom == pytest.approx(15 / 60)


def test_long_thing_runs_into_the_edges_at_its_ends_only():
    pier = Subject((0.0, 0.4, 1.0, 0.5), 0.9)
    assert pier.runs_into(1.5) == (True, False, True, False)
    assert Subject((0.0, 0.2, 0.5, 0.8), 0.9).runs_into(1.0) == (False,) * 4
