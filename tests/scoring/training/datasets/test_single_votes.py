"""Votes, one a line, are counted for each photo."""

from scoring.training.datasets.label_table import Line
from scoring.training.datasets.single_votes import count_votes


def test_votes_are_counted_for_each_answer_and_photo():
    votes = [("b", "1"), ("a", "3"), ("b", "2"), ("b", "2")]
    lines = [Line(f"votes.csv, line {number}", {"photo": p, "score": s}) for number, (p, s) in enumerate(votes)]
    counts = count_votes(lines, "photo", "score", 1, 3)
    assert {photo: answers.tolist() for photo, answers in counts.items()} == {"b": [1, 2, 0], "a": [0, 0, 1]}
    assert list(counts) == ["b", "a"]
