"""The TAD66K reader joins both sides of the published split."""

import pytest

from scoring.training.datasets.rated_photos import DatasetError
from scoring.training.datasets.tad66k import read_tad66k


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "labels" / "merge").mkdir(parents=True)
    (tmp_path / "TAD66K").mkdir()
    for side, name, score in (("train", "1_a.jpg", "5.0"), ("test", "2_b.jpg", "10")):
        (tmp_path / "TAD66K" / name).touch()
        (tmp_path / "labels" / "merge" / f"{side}.csv").write_text(f"image,score\n{name},{score}\n")
    return tmp_path


def test_both_sides_become_one_set_with_its_split(folder):
    photos = read_tad66k(folder)
    assert photos.mos.tolist() == [5.5, 10.0]
    assert photos.split == ("train", "test")
    assert photos.paths[1] == folder / "TAD66K" / "2_b.jpg"
    assert "only means" in photos.how


def test_score_off_the_scale_is_refused_with_its_line(folder):
    (folder / "labels" / "merge" / "test.csv").write_text("image,score\n2_b.jpg,10.5\n")
    with pytest.raises(DatasetError, match=r"test\.csv, line 2: score is 10\.5, not a number in 0\.\.10"):
        read_tad66k(folder)


def test_missing_side_is_named(folder):
    (folder / "labels" / "merge" / "train.csv").unlink()
    with pytest.raises(DatasetError, match=r"there is no .*train\.csv"):
        read_tad66k(folder)
