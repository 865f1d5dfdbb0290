"""Names and sentences that fit, and do no harm."""

import pytest
from rich.cells import cell_len

from assist_cli.render.plain_text import printable, shortened, shortened_name


def test_control_characters_and_stray_bytes_become_question_marks():
    assert printable("a\x1b[31m\nb\udce9.jpg") == "a?[31m?b?.jpg"
    assert printable("été 写真.jpg") == "été 写真.jpg"


def test_a_sentence_is_cut_after_a_word():
    assert shortened("The horizon tilts to the left.", 20) == "The horizon tilts…"
    assert shortened("Short.", 20) == "Short."
    assert shortened("The mid-tones sit 0.8 EV above.", 24, "...") == "The mid-tones sit..."


def test_a_name_keeps_both_ends():
    assert shortened_name("DSC_20261120_103102_0412.JPG", 15) == "DSC_202…412.JPG"


def test_of_a_path_the_file_name_stays_whole():
    assert shortened_name("2026/wedding/church/IMG_0412.JPG", 20) == "2026/we…IMG_0412.JPG"


@pytest.mark.parametrize("width", [1, 2, 5, 10, 30])
@pytest.mark.parametrize("text", ["写真の名前がとても長い.jpg", "a/b/写真.jpg", "long-name-without-spaces.jpg", ""])
@pytest.mark.parametrize("ellipsis", ["…", "..."])
def test_nothing_is_wider_than_asked(text, width, ellipsis):
    assert cell_len(shortened(text, width, ellipsis)) <= width
    assert cell_len(shortened_name(text, width, ellipsis)) <= width
