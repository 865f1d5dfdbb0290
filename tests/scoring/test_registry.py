"""The table of assessors."""

import dataclasses

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.frame import Frame
from scoring.registry import ASSESSORS, READS_FACES, told_apart


def test_every_assessor_names_its_source():
    assert all(len(assessor.source) > 10 for assessor in ASSESSORS)


def test_assessors_keep_the_order_in_which_they_are_listed():
    assert told_apart(*reversed(ASSESSORS)) == tuple(reversed(ASSESSORS))


def test_a_name_used_twice_raises_when_the_table_is_made():
    twin = dataclasses.replace(ASSESSORS[1], name=ASSESSORS[0].name)
    with pytest.raises(ValueError, match=ASSESSORS[0].name):
        told_apart(*ASSESSORS, twin)


def seeker(picture):
    """A frame that notes whether anybody asks for its faces."""
    asked = []
    frame = Frame(
        picture, (picture.shape[1], picture.shape[0]), ExifFacts(), find_faces=lambda *_: asked.append(1) or ()
    )
    return frame, asked


def test_table_of_who_reads_faces_is_whole():
    cells = np.random.default_rng(0).integers(0, 255, (50, 75, 3), np.uint8)
    sharp = cv2.resize(cells, (1200, 800), interpolation=cv2.INTER_NEAREST)
    shallow = cv2.GaussianBlur(sharp, (0, 0), 8.0)
    shallow[270:530, 400:800] = sharp[270:530, 400:800]
    reads = set()
    for assessor in ASSESSORS:
        frame, asked = seeker(shallow)
        assessor.assess(frame)
        reads |= {assessor.name} if asked else set()
    assert reads == READS_FACES
