"""Lines filled to a width."""

import pytest
from rich.cells import cell_len

from assist_cli.render.line_fill import filled, wrapped


def test_sentences_wrap_after_words_with_a_hanging_indent():
    assert wrapped("The sharpest areas are crisp.", 18, 2) == ["The sharpest areas", "  are crisp."]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("soft even at 100 %.", ["soft even at", "100 %."]),
        ("seen with a 85 mm lens", ["seen with a", "85 mm lens"]),
        ("grain at its ISO 400", ["grain at its", "ISO 400"]),
    ],
)
def test_a_number_stays_with_its_unit(sentence, rows):
    assert wrapped(sentence, len(rows[0]) + 4) == rows


def test_facts_stay_whole_and_lose_the_joint_at_a_line_end():
    assert filled(["Canon EOS 5D", "EF 85mm f/1.8", "IS"], " · ", 20) == ["Canon EOS 5D", "  EF 85mm f/1.8 · IS"]


def test_a_fact_longer_than_a_line_wraps_at_its_words():
    assert filled(["a lens of very many words"], ", ", 12) == ["a lens of", "  very many", "  words"]


@pytest.mark.parametrize("width", [1, 2, 7])
def test_a_word_longer_than_a_line_is_broken_to_fit(width):
    rows = wrapped("x" * 20 + "写真" * 5, max(2, width))
    assert all(cell_len(row) <= max(2, width) for row in rows)
    assert "".join(rows) == "x" * 20 + "写真" * 5


def test_nothing_gives_no_line():
    assert wrapped("", 10) == []
    assert filled([], ", ", 10) == []
