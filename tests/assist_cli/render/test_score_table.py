"""The table: never wider than the terminal, and readable without colour."""

import io
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from assist_cli.render.score_table import print_table
from tests.assist_cli.render.made_briefs import photo_in_brief

FACTORS = {"exposure": 0.9, "focus": 0.2, "sharpness": 0.8, "noise": None, "colour": 0.6, "composition": 0.5}
REASON = "Even the sharpest areas are soft at 100 %."


def row(name="IMG_0412.JPG", folder="/shoot", score=71.3, problems=("soft",), reason=REASON, partners=()):
    return photo_in_brief(Path(folder) / name, FACTORS, reason, score=score, problems=problems, partners=partners)


def printed(rows, width=80, encoding="utf-8", **options):
    stream = io.TextIOWrapper(io.BytesIO(), encoding)
    print_table(Console(file=stream, width=width, highlight=False, **options), rows)
    stream.flush()
    return stream.buffer.getvalue().decode(encoding).splitlines()


def test_a_row_says_name_stars_number_problem_and_reason():
    heading, line, reason = printed([row()])
    assert heading.split() == ["photo", "score", "exp", "foc", "sha", "noi", "col", "com", "problems"]
    assert line.startswith("IMG_0412.JPG  ★★★★☆  71")
    assert line.endswith("soft")
    assert reason == f"  {REASON}"


def test_a_wide_terminal_has_the_reason_beside_the_photo():
    heading, line = printed([row()], width=140)
    assert heading.endswith("why")
    assert line.endswith(REASON)


@pytest.mark.parametrize("options", [{}, {"encoding": "ascii"}, {"force_terminal": True, "color_system": None}])
@pytest.mark.parametrize("width", [20, 40, 60, 79, 80, 100, 120, 140, 200])
@pytest.mark.parametrize("name", ["a.jpg", "写真" * 40 + ".jpg", "x" * 250 + ".JPG"])
def test_no_line_is_wider_than_the_terminal(width, name, options):
    rows = [row(name, problems=("soft", "dark", "noisy", "tilted"), reason=REASON * 3, partners=("NEF", "HEIC"))]
    assert all(cell_len(line) <= width for line in printed(rows, width, **options))


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_long_reason_is_cut_after_a_word(width):
    reason = "Strong grain at ISO 12800: smooth areas vary by 9.4 of 255 levels, which is plain to see."
    line = printed([row(reason=reason)], width)[-1]
    assert line.endswith("…")
    assert reason.startswith(line.strip().removesuffix("…"))
    assert set(line.strip().removesuffix("…").split()) <= set(reason.split())


def test_where_there_is_room_factors_have_whole_names_and_numbers():
    heading, line, _reason = printed([row(reason=REASON * 3)], width=100)
    assert heading.split() == ["photo", "score", *FACTORS, "problems"]
    assert re.findall(r"\d+", line) == ["0412", "71", "90", "20", "80", "60", "50"]


def test_a_partner_file_is_named_behind_the_photo():
    _heading, line, _reason = printed([row(partners=("NEF",))])
    assert line.startswith("IMG_0412.JPG +NEF  ★")


def test_a_new_reader_at_a_terminal_gets_a_legend():
    legend = printed([row()], force_terminal=True, color_system=None)[-1]
    assert legend == "Bars: exposure, focus, sharpness, noise, colour, composition · ╌ cannot judge"
    assert "Bars" not in "".join(printed([row()]))


def test_plain_ascii_has_no_letter_that_the_stream_cannot_carry():
    text = "".join(printed([row("写真.jpg", reason="It tilts 1.8°." * 9)], 60, "ascii"))
    assert text.isascii()
    assert "\\u" not in text
    assert "1.8 deg" in text


def test_a_narrow_terminal_drops_the_bars_and_keeps_stars_and_words():
    _heading, line, _reason = printed([row()], width=44)
    assert "★★★★☆" in line
    assert "soft" in line
    assert "█" not in line


def test_bars_go_before_a_name_is_cut_beyond_recognition():
    heading, line, _reason = printed([row("Canon_EOS_450D.jpg")], width=60)
    assert line.startswith("Canon_EOS_450D.jpg  ★")
    assert "foc" not in heading
    assert "foc" in printed([row("IMG_0412.JPG")], width=60)[0]


def test_folders_stand_as_headings_where_they_stay_together():
    lines = printed([row("a.jpg", "/shoot/one"), row("b.jpg", "/shoot/two")])
    assert [line for line in lines if line.endswith("/")] == ["one/", "two/"]


def test_mixed_folders_stand_in_the_names():
    rows = [row("a.jpg", "/shoot/one"), row("b.jpg", "/shoot/two"), row("c.jpg", "/shoot/one")]
    assert [line.split()[0] for line in printed(rows) if "★" in line] == ["one/a.jpg", "two/b.jpg", "one/c.jpg"]


def test_a_factor_that_could_not_be_judged_is_no_empty_bar():
    _heading, line, _reason = printed([row()])
    assert "╌" in line


def test_a_name_cannot_move_the_cursor():
    assert "\x1b" not in "".join(printed([row("evil\x1b[2J.jpg")]))


def test_without_photos_there_is_no_table():
    assert printed([]) == []


def test_colour_only_repeats_what_words_and_bars_say():
    plain = printed([row()])
    coloured = printed([row()], force_terminal=True, color_system="standard")
    assert "\x1b" in "".join(coloured)
    assert "\x1b" not in "".join(plain)
