"""The picture of the faces."""

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessment import cannot_judge
from scoring.assessors import faces as assessor
from scoring.frame import Frame
from scoring.overlays.canvas import page
from scoring.overlays.faces import MOST_CROPS, OVERLAY
from scoring.overlays.legend import Figure
from scoring.overlays.legend_key import Key
from scoring.overlays.palette import MUTED, ORANGE, SKY_BLUE, WHITE
from tests.scoring.made_face import BIQ2021, OCEC, YUNET, made_face, needs_photos, needs_weights

OPEN, CLOSED = (0.99, 0.98), (0.02, 0.03)


def frame_with(*faces, size=1200):
    rgb = np.random.default_rng(6).integers(0, 255, (size, size, 3), np.uint8)
    return Frame(rgb, (size, size), ExifFacts(), find_faces=lambda _rgb, _smaller: faces)


def words(layer):
    return [row.meaning for part in layer.legend if isinstance(part, Key) for row in part.rows]


def drawn(picture, colour, columns=slice(None)):
    return bool((picture[:, columns] == colour).all(axis=2).any())


def paint(frame):
    return OVERLAY.paint(frame, assessor.assess(frame), 600)


def test_each_face_is_boxed_by_what_was_found_and_told_in_words():
    layer = paint(frame_with(made_face(0.25, eyes_open=OPEN), made_face(0.75, eyes_open=CLOSED)))
    assert drawn(layer.picture, SKY_BLUE, slice(0, 300))
    assert drawn(layer.picture, ORANGE, slice(300, 600))
    assert words(layer)[0].startswith("1: eyes open")
    assert words(layer)[1] == "2: eyes closed"


def test_a_face_that_is_not_judged_says_why():
    layer = paint(frame_with(made_face(turn=0.8)))
    assert words(layer) == ["1: not judged: turned away"]
    assert drawn(layer.picture, WHITE)


def test_eyes_that_cannot_be_told_open_or_closed_are_said_to_be_so():
    (told,) = words(paint(frame_with(made_face())))
    assert told.endswith("open or closed: cannot tell")


def test_passers_by_are_outlined_and_counted_but_not_named():
    layer = paint(frame_with(made_face(0.3, width=0.4, eyes_open=OPEN), made_face(0.8, width=0.1)))
    assert words(layer)[1:] == ["in the background, not counted: 1"]
    assert drawn(layer.picture, MUTED, slice(400, 600))


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_the_first_faces_are_shown_enlarged(count):
    faces = [made_face(0.1 + 0.15 * n, width=0.1, eyes_open=OPEN) for n in range(count)]
    layer = paint(frame_with(*faces))
    crops = [part for part in layer.legend if isinstance(part, Figure)]
    assert len(crops) == -(-min(count, MOST_CROPS) // 2)
    assert len(words(layer)) == count


def test_a_face_that_the_frame_cuts_is_drawn_too():
    layer = paint(frame_with(made_face(0.0, 0.0, 0.4, eyes_open=OPEN), size=300))
    assert layer.picture.shape == (600, 600, 3)
    assert words(layer)


def test_without_a_face_or_anybody_to_look_for_one_there_is_no_picture():
    said = cannot_judge("No face found.")
    nobody = Frame(np.zeros((90, 90, 3), np.uint8), (90, 90), ExifFacts())
    assert not OVERLAY.shown(nobody, said)
    assert not OVERLAY.shown(frame_with(), said)
    assert OVERLAY.shown(frame_with(made_face()), said)


@needs_weights
@needs_photos
def test_a_real_portrait_is_boxed_where_its_face_is():
    from scoring.engines.face_finder import FaceFinder

    rgb = cv2.cvtColor(cv2.imread(str(BIQ2021 / "ss03_4218.jpg")), cv2.COLOR_BGR2RGB)
    frame = Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts(), find_faces=FaceFinder(YUNET, OCEC))
    said = assessor.assess(frame)
    layer = OVERLAY.paint(frame, said, 512)
    rows, cols = np.nonzero((layer.picture == ORANGE).all(axis=2))
    assert said.level == "eyes closed"
    assert 280 < cols.mean() < 460
    assert 180 < rows.mean() < 380
    assert page(OVERLAY, frame, said).shape[2] == 3
