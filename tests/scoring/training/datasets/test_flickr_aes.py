"""The FLICKR-AES reader gathers the votes of all workers for each photo."""

import pytest

from scoring.training.datasets.flickr_aes import LABELS, read_flickr_aes
from scoring.training.datasets.rated_photos import DatasetError

VOTES = "worker, imagePair, score\nA1, farm1_a.jpg, 5\nA1, farm1_b.jpg, 1\nA2, farm1_a.jpg, 4\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "40K").mkdir()
    for name in ("farm1_a.jpg", "farm1_b.jpg"):
        (tmp_path / "40K" / name).touch()
    (tmp_path / LABELS).write_text(VOTES)
    return tmp_path


def test_votes_of_all_workers_become_one_distribution(folder):
    photos = read_flickr_aes(folder)
    assert [path.name for path in photos.paths] == ["farm1_a.jpg", "farm1_b.jpg"]
    assert photos.distribution[0].tolist() == [0, 0, 0, 0, 0, 0, 0.25, 0.25, 0.25, 0.25]
    assert photos.mos.tolist() == [8.5, 1.5]


@pytest.mark.parametrize("score", ["0", "6", "4.5", "good"])
def test_vote_off_the_scale_is_refused_with_its_line(folder, score):
    (folder / LABELS).write_text(VOTES.replace("farm1_a.jpg, 4", f"farm1_a.jpg, {score}"))
    with pytest.raises(DatasetError, match=f"{LABELS}, line 4: score is {score}"):
        read_flickr_aes(folder)
