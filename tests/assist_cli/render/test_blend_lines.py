"""How a score adds up, in whole points."""

from dataclasses import replace

import pytest

from assist_cli.render.bars import ASCII, UNICODE
from assist_cli.render.blend_lines import blend_lines, whole_parts
from scoring.ranking.blend import Score, Share

SHARES = {"quality": Share(38.4, 61.7), "focus": Share(9.6, 11.8), "noise": Share(4.2, 26.5)}
SCORE = Score(52.2, None, None, SHARES)


def test_the_points_are_told_beside_what_they_could_be():
    title, *rows = [line.plain for line in blend_lines(SCORE, 80, UNICODE)]
    assert title == "How 52 of 100 adds up (default)"
    assert rows == ["rating 38 of 62 · focus 10 of 12 · noise 4 of 26"]


def test_whole_points_add_up_to_the_printed_score_and_what_they_could_be_to_a_hundred():
    assert sum(whole_parts([38.4, 9.4, 4.4], 52)) == 52
    assert sum(whole_parts([100 / 3] * 3, 100)) == 100


@pytest.mark.parametrize("parts", [[0.0, 0.0], [99.6], [0.4, 0.4, 0.2], [12.5, 12.5, 25.0]])
def test_a_whole_part_is_next_to_its_own(parts):
    told = whole_parts(parts, round(sum(parts)))
    assert sum(told) == round(sum(parts))
    assert all(abs(whole - part) < 1 for whole, part in zip(told, parts, strict=True))


def test_lines_are_no_wider_than_the_terminal():
    assert max(line.cell_len for line in blend_lines(SCORE, 24, ASCII)) <= 24


def test_a_profiles_path_moves_no_cursor():
    profile = replace(SCORE.profile, name="my\x1b[2J.toml")
    assert "(my?[2J.toml)" in next(blend_lines(replace(SCORE, profile=profile), 80, ASCII)).plain


def test_no_factor_gives_more_than_it_could():
    full = Score(97.4, None, None, {"quality": Share(60.0, 60.0), "focus": Share(34.9, 37.5), "noise": Share(2.5, 2.5)})
    (row,) = [line.plain for line in blend_lines(full, 80, UNICODE)][1:]
    pairs = [part.rsplit(" ", 3)[1::2] for part in row.split(" · ")]
    assert all(int(got) <= int(could) for got, could in pairs)
    assert (sum(int(got) for got, _ in pairs), sum(int(could) for _, could in pairs)) == (97, 100)


def test_a_score_without_parts_says_nothing():
    assert not list(blend_lines(Score(50.0, None, None), 80, UNICODE))
