"""What a terminal says, and what a person typed meanwhile."""

from __future__ import annotations

import pytest

from assist_cli.pictures.terminal_answers import read_answers


@pytest.mark.parametrize(
    "heard",
    [
        b"p\x1b[?62;4cx",
        b"\x1b_Gi=31;OK\x1b\\px\x1bP>|kitty(0.35)\x1b\\\x1b[6;20;10t\x1b[?62c",
        b"p\x1b]1337;Capabilities=F\x07x\x1b[C\x1bOA\x1b[?62c",
    ],
)
def test_keys_among_the_answers_are_kept(heard):
    answers = read_answers(heard)
    assert (answers.answered, answers.typed) == (True, "px")
