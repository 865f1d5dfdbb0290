"""The face finder as a whole, with the real weights where they are."""

from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import pytest

from scoring.engines.face_finder import FaceFinder
from scoring.shrink import shrunk_to_long_edge
from tests.scoring.made_face import BIQ2021, OCEC, YUNET, made_face, needs_photos, needs_weights


@pytest.fixture(scope="module")
def finder():
    return FaceFinder(YUNET, OCEC)


def photo(name):
    return cv2.cvtColor(cv2.imread(str(BIQ2021 / name)), cv2.COLOR_BGR2RGB)


@pytest.fixture
def scripted(monkeypatch):
    """A finder whose looks and eyes say what they are told to."""

    def build(found, unseen=(), eyes=(0.9, 0.8)):
        class Eyes:
            def open_probabilities(self, _rgb, _face):
                return eyes

        monkeypatch.setattr("scoring.engines.face_finder.first_look", lambda _detector, _rgb: tuple(found))
        monkeypatch.setattr(
            "scoring.engines.face_finder.second_look",
            lambda _detector, _rgb, _smaller, face: None if face in unseen else face,
        )
        monkeypatch.setattr("scoring.engines.face_finder.eyes_are_seen", lambda _rgb, _face, _first: True)
        finder = FaceFinder.__new__(FaceFinder)
        finder._detector, finder._eyes = None, Eyes()
        return finder(np.zeros((9, 9, 3), np.uint8), np.zeros((9, 9, 3), np.uint8))

    return build


def test_faces_come_by_prominence_and_the_eyes_of_bystanders_are_left_alone(scripted):
    bystander, principal = made_face(x=0.2, width=0.05), made_face(width=0.3)
    first, second = scripted([bystander, principal])
    assert first.box == principal.box
    assert first.eyes_open == (0.9, 0.8)
    assert second == bystander


def test_what_the_second_look_does_not_see_is_no_face_and_outshines_nobody(scripted):
    mug, person = made_face(x=0.3, width=0.6), made_face(width=0.1)
    (found,) = scripted([mug, person], unseen=[mug])
    assert found.box == person.box
    assert found.eyes_open == (0.9, 0.8)


def test_a_crowd_is_found_in_full_though_only_some_are_looked_at(scripted):
    crowd = [made_face(x=0.1 + 0.8 * (step % 20) / 20, y=0.1 + 0.08 * (step // 20), width=0.03) for step in range(220)]
    found = scripted(crowd)
    assert len(found) == 220
    assert sum(face.eyes_open != (None, None) for face in found) == 12


@needs_weights
@pytest.mark.parametrize("size_px", [(1, 1), (40, 40), (1, 3000), (3000, 1), (64, 4096), (700, 900)])
@pytest.mark.parametrize("kind", ["black", "white", "noise"])
def test_nobody_is_found_where_nobody_is(finder, size_px, kind):
    noise = np.random.default_rng(1).integers(0, 255, (*size_px, 3), np.uint8)
    picture = {"black": np.zeros_like(noise), "white": np.full_like(noise, 255), "noise": noise}[kind]
    assert finder(picture, shrunk_to_long_edge(picture, 1024)) == ()


@needs_weights
@needs_photos
@pytest.mark.parametrize(
    ("name", "closed"),
    [("ss03_4262.jpg", False), ("ss02_853.jpg", False), ("ss02_898.jpg", True), ("ss03_240.jpg", True)],
)
def test_open_and_closed_eyes_of_real_people_are_told_apart(finder, name, closed):
    rgb = photo(name)
    face = finder(rgb, rgb)[0]
    assert None not in face.eyes_open
    assert (max(face.eyes_open) < 0.25) is closed


@needs_weights
@needs_photos
def test_dark_glasses_and_profiles_are_left_alone(finder):
    for name in ("ss02_397.jpg", "ss03_121.jpg"):
        rgb = photo(name)
        assert all(face.eyes_open == (None, None) for face in finder(rgb, rgb))


@needs_weights
@needs_photos
def test_eyes_are_found_at_the_same_place_in_an_enlarged_and_turned_picture(finder):
    rgb = photo("ss03_4262.jpg")
    face = finder(rgb, rgb)[0]
    large = cv2.resize(rgb, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC)
    again = finder(large, shrunk_to_long_edge(large, 1024))[0]
    assert np.ravel(again.eyes).tolist() == pytest.approx(np.ravel(face.eyes).tolist(), abs=0.01)
    mirrored = finder(np.ascontiguousarray(rgb[:, ::-1]), np.ascontiguousarray(rgb[:, ::-1]))[0]
    assert mirrored.eyes[0][0] == pytest.approx(1.0 - face.eyes[1][0], abs=0.01)


@needs_weights
@needs_photos
def test_threads_see_what_one_alone_sees(finder):
    photos = [photo(name) for name in ("ss03_4262.jpg", "ss02_898.jpg", "ss03_3140.jpg", "ss03_4881.jpg")] * 3
    alone = [finder(rgb, rgb) for rgb in photos]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda rgb: finder(rgb, rgb), photos)) == alone
