"""The PARA reader counts nine answers, in halves, and joins both sides of the split."""

import pytest

from scoring.training.datasets.para import ANSWERS, read_para
from scoring.training.datasets.rated_photos import DatasetError

NAMES = f"imageName,sessionId,semantic,{','.join(ANSWERS)},aestheticScore_mean,aestheticScore_std\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "annotation").mkdir()
    for session, name in (("session1", "iaa_pub1_.jpg"), ("session2", "iaa_pub71_.jpg")):
        (tmp_path / "imgs" / session).mkdir(parents=True)
        (tmp_path / "imgs" / session / name).touch()
    (tmp_path / "annotation" / "PARA-GiaaTrain.csv").write_text(
        NAMES + "iaa_pub1_.jpg,session1,animal,0,0,0,0,10,0,0,0,10,4.0,1.0\n"
    )
    (tmp_path / "annotation" / "PARA-GiaaTest.csv").write_text(
        NAMES + "iaa_pub71_.jpg,session2,night scene,0,0,0,0,4,0,0,0,0,3.0,0.0\n"
    )
    return tmp_path


def test_answers_in_halves_are_the_nine_columns():
    assert ANSWERS[:2] == ("aestheticScore_1.0", "aestheticScore_1.5")
    assert ANSWERS[-1] == "aestheticScore_5.0"
    assert len(ANSWERS) == 9


def test_nine_answers_become_ten_buckets_with_their_mean(folder):
    photos = read_para(folder)
    assert photos.distribution[1].tolist() == [0, 0, 0, 0, 0.5, 0.5, 0, 0, 0, 0]
    assert photos.mos == pytest.approx([(5.5 + 8.5 / 9 * 10 + 0.5) / 2, 5.5])
    assert photos.subset == ("animal", "night scene")
    assert photos.split == ("train", "test")
    assert photos.paths[0] == folder / "imgs" / "session1" / "iaa_pub1_.jpg"


def test_photo_without_votes_is_refused_with_its_line(folder):
    labels = folder / "annotation" / "PARA-GiaaTest.csv"
    labels.write_text(labels.read_text().replace("0,0,0,0,4,0,0,0,0", "0,0,0,0,0,0,0,0,0"))
    with pytest.raises(DatasetError, match=r"PARA-GiaaTest\.csv, line 2 has no votes"):
        read_para(folder)


def test_count_below_nothing_is_refused_with_its_line(folder):
    labels = folder / "annotation" / "PARA-GiaaTrain.csv"
    labels.write_text(labels.read_text().replace("0,0,0,0,10,", "0,0,0,-1,10,"))
    with pytest.raises(DatasetError, match=r"PARA-GiaaTrain\.csv, line 2: aestheticScore_2\.5 is -1"):
        read_para(folder)
