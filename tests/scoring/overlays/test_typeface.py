"""Text that is legible on any machine."""

import numpy as np
import pytest

from scoring.overlays.typeface import EXTRA_GLYPHS, drawable, text_width_px, typeface, wrapped, write


def inked(text, size_px=30):
    picture = np.zeros((60, 400, 3), np.uint8)
    write(picture, (4, 4), text, size_px, (255, 255, 255))
    return picture[..., 0]


@pytest.mark.parametrize("glyph", sorted(EXTRA_GLYPHS) + list("aZ09%+-°"))
def test_every_character_we_keep_has_a_glyph_of_its_own(glyph):
    missing = inked("\ufffe")
    assert (inked(glyph) != missing).any()
    assert typeface(30).getmask(glyph).getbbox() is not None


def test_what_has_no_glyph_is_told_in_other_letters():
    assert drawable("\u22120.5 … 2 \u00d7 3 → café") == "-0.5 … 2 x 3 to cafe"
    assert drawable("日本 1.8° ½") == "?? 1.8° 1?2"


def test_lines_fit_the_width_and_no_word_is_lost():
    text = "The likely subject at the lower right is clearly softer than the centre"
    lines = wrapped(text, 20, 200)
    assert " ".join(lines) == text
    assert max(text_width_px(line, 20) for line in lines) <= 200


def test_text_over_the_edge_is_cut_off_quietly():
    picture = np.zeros((20, 20, 3), np.uint8)
    write(picture, (-10, -5), "wide text", 20, (255, 255, 255))
    write(picture, (500, 500), "far away", 20, (255, 255, 255))
    assert picture.any()
