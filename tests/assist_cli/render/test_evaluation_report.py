"""The report goes to a folder of its own, whole, with or without pictures."""

import importlib.util

import pytest

from assist_cli.failures import BadRequestError
from assist_cli.render.evaluation_report import report_folder, write_report
from tests.assist_cli.made_evaluation import FOLDER, made_evaluation


@pytest.fixture
def made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return made_evaluation()


@pytest.fixture
def without_matplotlib(monkeypatch):
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "matplotlib" else there(name))


def test_the_folder_is_named_after_weights_set_and_side(made, tmp_path):
    folder = report_folder(None, made.plan)
    assert (tmp_path / folder).relative_to(tmp_path).as_posix() == "runs/evaluate/nima.drawn/drawn-held-out"
    assert folder.is_dir()


def test_a_file_is_no_folder_for_a_report(made, tmp_path):
    (tmp_path / "here").touch()
    with pytest.raises(BadRequestError, match="here is a file"):
        report_folder(tmp_path / "here", made.plan)


def test_nothing_is_written_among_the_pictures_of_the_set(made, tmp_path):
    with pytest.raises(BadRequestError, match="the data set lies there"):
        report_folder(tmp_path / FOLDER / "report", made.plan)
    assert not (tmp_path / FOLDER / "report").exists()


@pytest.mark.usefixtures("without_matplotlib")
def test_without_matplotlib_the_numbers_are_written_all_the_same(made, tmp_path):
    assert write_report(made, tmp_path) is False
    assert sorted(path.name for path in tmp_path.iterdir()) == ["evaluation.json", "evaluation.md"]
    assert "![" not in (tmp_path / "evaluation.md").read_text()


def test_with_matplotlib_the_pictures_lie_beside_the_report_that_shows_them(made, tmp_path, monkeypatch):
    monkeypatch.setattr(
        "assist_cli.render.evaluation_report.pictures_of", lambda _made: {"evaluation-scatter.png": b"png"}
    )
    assert write_report(made, tmp_path) is True
    assert (tmp_path / "evaluation-scatter.png").read_bytes() == b"png"
    assert "(evaluation-scatter.png)" in (tmp_path / "evaluation.md").read_text()
