"""Lines lead to the subject where more of them point at it, from several sides, than chance would send there."""

import numpy as np
import pytest

from scoring.assessors.leading_lines import find_leading_lines
from scoring.assessors.lines import find_lines
from scoring.assessors.strokes import find_slopes
from scoring.subject import Subject
from tests.scoring.assessors import drawn_scenes as drawn


def subject_at(x, y, half=0.08):
    return Subject((x - half, y - half * 1.5, x + half, y + half * 1.5), 0.9)


def leading(luma, subject):
    lines = find_lines(luma)
    return find_leading_lines(find_slopes(lines), subject, lines.size_px)


def test_lines_that_converge_on_the_subject_lead_to_it():
    found = leading(drawn.spokes(), subject_at(380 / 600, 230 / 400))
    assert found.strength > 0.8
    assert len(found.ends) >= 5


def test_the_same_lines_do_not_lead_to_a_subject_elsewhere():
    assert leading(drawn.spokes(), subject_at(0.25, 0.3)).strength == 0.0


@pytest.mark.parametrize("luma", [drawn.ruled(35), drawn.plain(), drawn.noise(), drawn.clouds(2)])
def test_parallels_and_texture_lead_nowhere(luma):
    assert leading(luma, subject_at(0.5, 0.5)).strength == 0.0


def test_two_lines_always_meet_somewhere():
    two = drawn.spokes(angles_deg=(30, 150))
    assert leading(two, subject_at(380 / 600, 230 / 400)).strength == 0.0


def test_without_a_subject_nothing_leads():
    assert leading(drawn.spokes(), None).strength == 0.0


def test_lines_are_told_outside_the_subject():
    subject = subject_at(380 / 600, 230 / 400)
    ends = leading(drawn.spokes(from_px=20), subject).ends / [256, 171, 256, 171]
    inside = (np.abs(ends[:, [0, 2]] - subject.centre[0]) < 0.05) & (np.abs(ends[:, [1, 3]] - subject.centre[1]) < 0.08)
    assert not inside.any()
