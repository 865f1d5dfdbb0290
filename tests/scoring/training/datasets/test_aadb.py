"""The AADB reader joins the three published lists."""

import pytest

from scoring.training.datasets.aadb import read_aadb
from scoring.training.datasets.rated_photos import DatasetError
from scoring.training.rating_prior import usual_distribution

LISTS = {"Train": "farm1_a.jpg 0.5 \n", "Validation": "farm1_b.jpg 1.0\n", "TestNew": "farm1_c.jpg 0.0\n"}


@pytest.fixture
def folder(tmp_path):
    for name in ("imgListFiles_label", "datasetImages_originalSize", "AADB_newtest_originalSize"):
        (tmp_path / name).mkdir()
    for part, line in LISTS.items():
        (tmp_path / "imgListFiles_label" / f"imgList{part}Regression_score.txt").write_text(line)
    for name in ("farm1_a.jpg", "farm1_b.jpg"):
        (tmp_path / "datasetImages_originalSize" / name).touch()
    (tmp_path / "AADB_newtest_originalSize" / "farm1_c.jpg").touch()
    return tmp_path


def test_three_lists_become_one_set_with_its_split(folder):
    photos = read_aadb(folder)
    assert photos.mos.tolist() == [5.5, 10.0, 1.0]
    assert photos.split == ("train", "validation", "test")
    assert photos.paths[2] == folder / "AADB_newtest_originalSize" / "farm1_c.jpg"
    assert photos.distribution[0].tolist() == usual_distribution(5.5).tolist()
    assert "only means" in photos.how


def test_labels_in_a_folder_of_their_own_name_are_found(folder):
    (folder / "imgListFiles_label").rename(folder / "inner")
    (folder / "imgListFiles_label").mkdir()
    (folder / "inner").rename(folder / "imgListFiles_label" / "imgListFiles_label")
    assert len(read_aadb(folder)) == 3


def test_score_off_the_scale_is_refused_with_its_line(folder):
    file = "imgListTestNewRegression_score.txt"
    (folder / "imgListFiles_label" / file).write_text("farm1_c.jpg 3.5\n")
    with pytest.raises(DatasetError, match=rf"{file}, line 1: score is 3\.5, not a number in 0\.\.1"):
        read_aadb(folder)


def test_missing_list_is_named(folder):
    (folder / "imgListFiles_label" / "imgListValidationRegression_score.txt").unlink()
    with pytest.raises(DatasetError, match="imgListValidationRegression_score"):
        read_aadb(folder)
