"""The photos that look most like one come from the whole catalogue."""

import shutil

import pytest

from assist_cli.failures import AssistError
from assist_cli.workflows.find_similar import NOT_ALIKE_BELOW, find_similar, likeness_in_words
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import ShootRequest
from assist_cli.workflows.vectors_place import vectors_beside
from weights.registry import EMBEDDER_WEIGHTS, bundled_entries


@pytest.fixture
def similar(catalog, judge):  # noqa: ARG001 - set up first
    """What looks like a photo."""

    def call(photo, top=10):
        return find_similar(ShootRequest([photo], catalog), top, Progress(), lambda _progress: None)

    return call


def test_copy_of_a_photo_is_the_most_similar_and_the_photo_itself_is_not_told(similar, score, shoot, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    copy = shutil.copy(shoot / "IMG_0003.JPG", tmp_path / "elsewhere" / "copy.jpg")
    score(shoot, tmp_path / "elsewhere")
    found = similar(shoot / "IMG_0003.JPG", top=3)
    assert len(found.found) == 3
    assert str(found.found[0].photo.path) == str(copy)
    assert found.found[0].cosine == pytest.approx(1.0, abs=0.01)
    assert found.path not in {one.photo.path for one in found.found}


def test_photo_that_is_not_judged_yet_is_judged_first(similar, score, shoot, judge):
    score(*sorted(shoot.iterdir())[:3])
    judge.judged.clear()
    assert len(similar(shoot / "IMG_0004.JPG").found) == 3
    assert judge.judged == ["IMG_0004.JPG"]


def test_lost_or_damaged_index_is_made_anew(similar, score, shoot, catalog):
    score(shoot)
    expected = [one.photo.path for one in similar(shoot / "IMG_0000.JPG").found]
    index = vectors_beside(catalog)
    for damage in (
        index.unlink,
        lambda: index.write_bytes(b"nonsense"),
        lambda: index.write_bytes(index.read_bytes()[:99]),
    ):
        damage()
        assert [one.photo.path for one in similar(shoot / "IMG_0000.JPG").found] == expected


def test_photo_that_changed_or_came_since_is_found_as_it_is_now(similar, score, shoot):
    score(shoot)
    similar(shoot / "IMG_0000.JPG")
    shutil.copy(shoot / "IMG_0000.JPG", shoot / "IMG_0001.JPG")
    shutil.copy(shoot / "IMG_0000.JPG", shoot / "IMG_0009.JPG")
    score(shoot)
    nearest = similar(shoot / "IMG_0000.JPG").found[:2]
    assert {one.photo.path.name for one in nearest} == {"IMG_0001.JPG", "IMG_0009.JPG"}


def test_only_photo_of_a_catalogue_is_like_no_other(similar, shoot):
    assert similar(shoot / "IMG_0000.JPG").found == []


def test_photos_that_are_not_there_any_more_are_left_out_and_others_come_in_their_place(
    similar, score, shoot, tmp_path, draw_photo
):
    for number in range(3):
        shutil.copy(shoot / "IMG_0000.JPG", shoot / f"COPY_{number}.JPG")
    archived = draw_photo(tmp_path / "archive" / "IMG_0000.JPG", seed=0)
    score(shoot, archived.parent)
    for number in range(3):
        (shoot / f"COPY_{number}.JPG").unlink()
    archived.parent.rename(tmp_path / "unplugged")
    found = [one.photo.path for one in similar(shoot / "IMG_0000.JPG", top=2).found]
    assert len(found) == 2
    assert all(path.exists() for path in found)
    assert len(similar(shoot / "IMG_0000.JPG", top=50).found) == 4


def test_folder_and_broken_photo_are_refused(similar, shoot):
    with pytest.raises(AssistError, match="holds 5 photos"):
        similar(shoot)
    (shoot / "IMG_0000.JPG").write_bytes(b"\xff\xd8 no picture")
    with pytest.raises(AssistError, match="cannot be read"):
        similar(shoot / "IMG_0000.JPG")


def test_words_follow_what_the_embedder_was_measured_to():
    measured = bundled_entries()[EMBEDDER_WEIGHTS].facts["validation"]
    assert likeness_in_words(1.0) == "very much alike"
    assert likeness_in_words(measured["one_in_1000"]["cosine"]) == "alike"
    assert likeness_in_words(measured["one_in_1000"]["cosine"] - 0.01) == "a little alike"
    assert likeness_in_words(NOT_ALIKE_BELOW * measured["one_in_1000"]["cosine"]) == "a little alike"
    assert likeness_in_words(NOT_ALIKE_BELOW * measured["one_in_1000"]["cosine"] - 0.01) == "not alike"
    assert likeness_in_words(-0.2) == "not alike"
