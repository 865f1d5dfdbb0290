"""The Markdown report: tables that a person reads."""

from assist_cli.render.evaluation_markdown import evaluation_markdown
from tests.assist_cli.made_evaluation import made_evaluation


def rows(text, first):
    return [line for line in text.splitlines() if line.startswith(f"| {first}")]


def test_every_measure_has_a_line_and_every_predictor_a_column():
    text = evaluation_markdown(made_evaluation(voted=True))
    head = text.splitlines()[2]
    assert [cell.strip() for cell in head.strip("|").split("|")] == [
        "", "network", "predict the mean", "subset mean", "file size", "sharpness only"
    ]  # fmt: skip
    for measure in ("srcc", "plcc", "krcc", "rmse", "srcc of the sd", "plcc of the sd", "EMD, r = 1", "EMD, r = 2"):
        assert rows(text, measure)
    assert "two-class accuracy (larger class .567)" in text


def test_what_nobody_has_gets_no_line():
    text = evaluation_markdown(made_evaluation(voted=False))
    assert not rows(text, "srcc of the sd")


def test_each_subset_is_told_with_baselines_beside_it():
    text = evaluation_markdown(made_evaluation())
    assert len(rows(text, "night ")) == 3
    assert "rmse within each subset:" in text


def test_the_warning_stands_before_the_numbers():
    text = evaluation_markdown(made_evaluation(warning="3 of the 60 photos measured were trained on"))
    assert text.index("**Warning: 3 of the 60") < text.index("| srcc")


def test_pictures_are_shown_where_there_are_some():
    assert "![" not in evaluation_markdown(made_evaluation())
    assert "![Scatter](s.png)" in evaluation_markdown(made_evaluation(), {"Scatter": "s.png"})
