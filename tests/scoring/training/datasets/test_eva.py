"""The EVA reader counts eleven answers and knows each photo's content."""

import pytest

from scoring.training.datasets.eva import read_eva
from scoring.training.datasets.rated_photos import DatasetError

VOTES = """image_id=user_id=score=difficulty=visual=composition=quality=semantic=vote_time=1=2=3=4
100196=E1=10=3=3=3=3=3=21.5=0=1=0=0
100196=E2=0=3=3=3=3=3=21.5=0=1=0=0
100199=E1=5=3=3=3=3=3=21.5=0=1=0=0
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "images" / "EVA_together").mkdir(parents=True)
    for name in ("100196.jpg", "100199.jpg"):
        (tmp_path / "images" / "EVA_together" / name).touch()
    (tmp_path / "data" / "votes_filtered.csv").write_text(VOTES)
    (tmp_path / "data" / "image_content_category.csv").write_text('"id","category"\n"100196","1"\n')
    return tmp_path


def test_eleven_answers_become_ten_buckets(folder):
    photos = read_eva(folder)
    assert photos.mos == pytest.approx([5.5, 5.5])
    assert photos.distribution[0].tolist() == [0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0.5]
    assert photos.distribution[1] == pytest.approx([0, 0, 0, 0, 0.5, 0.5, 0, 0, 0, 0])


def test_content_is_the_subset_where_it_is_known(folder):
    assert read_eva(folder).subset == ("content 1", "content unknown")
    (folder / "data" / "image_content_category.csv").unlink()
    assert set(read_eva(folder).subset) == {"content unknown"}


def test_vote_off_the_scale_is_refused_with_its_line(folder):
    (folder / "data" / "votes_filtered.csv").write_text(VOTES.replace("E1=10=", "E1=11="))
    with pytest.raises(DatasetError, match=r"votes_filtered\.csv, line 2: score is 11, not a number in 0\.\.10"):
        read_eva(folder)
