"""`assist similar` as a person runs it."""

import shutil


def test_nearest_photo_comes_first_as_a_line_and_as_an_object(assist, shoot):
    shutil.copy(shoot / "IMG_0002.JPG", shoot / "IMG_0009.JPG")
    assist("score", shoot)
    answer = assist("similar", shoot / "IMG_0002.JPG", "--top", "2")
    assert answer.exit_code == 0
    assert answer.out.splitlines()[0].split() == ["1.00", "very", "much", "alike", str(shoot / "IMG_0009.JPG")]
    first, second = assist("similar", shoot / "IMG_0002.JPG", "--top", "2", "--format", "jsonl").photos
    assert (first["schema"], first["rank"], first["similar"]) == ("assist.similar/1", 1, str(shoot / "IMG_0009.JPG"))
    assert first["cosine"] > second["cosine"]


def test_empty_catalogue_is_told_what_to_do(assist, shoot):
    answer = assist("similar", shoot / "IMG_0000.JPG")
    assert answer.exit_code == 0
    assert answer.out == ""
    assert "assist score" in answer.err


def test_folder_is_refused_in_a_line(assist, shoot):
    answer = assist("similar", shoot)
    assert answer.exit_code == 1
    assert "holds 5 photos" in answer.err
