"""The measured part of a model card is replaced, and nothing else."""

import pytest

from assist_cli.failures import BadRequestError
from assist_cli.render.model_card import BEGIN, END, card_text, write_card
from tests.assist_cli.made_evaluation import made_evaluation


@pytest.fixture
def card(tmp_path):
    path = tmp_path / "CARD.md"
    path.write_text(f"# Ours\n\n{BEGIN}\nold numbers\n{END}\n\nWhat it must not be used for.\n")
    return path


def test_measurements_are_replaced_and_the_writers_words_stay(card):
    write_card(card, made_evaluation())
    text = card.read_text()
    assert text.startswith("# Ours\n")
    assert text.endswith("What it must not be used for.\n")
    assert "old numbers" not in text
    assert "| srcc" in text


def test_writing_twice_changes_nothing_more(card):
    write_card(card, made_evaluation())
    once = card.read_bytes()
    write_card(card, made_evaluation())
    assert card.read_bytes() == once


@pytest.mark.parametrize("text", ["# Ours\n", f"{END}\n{BEGIN}\n", f"{BEGIN}\n"])
def test_card_without_a_place_for_measurements_is_refused_with_what_to_put(card, text):
    card.write_text(text)
    with pytest.raises(BadRequestError, match="no place") as caught:
        card_text(card)
    assert BEGIN in caught.value.hint


def test_card_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BadRequestError, match="cannot be read"):
        card_text(tmp_path / "absent.md")
