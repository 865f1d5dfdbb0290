"""`assist show`."""


def test_a_photo_that_was_never_scored_is_scored_first(assist, shoot, judge):
    answer = assist("show", shoot / "IMG_0001.JPG")
    assert answer.exit_code == 0
    assert judge.judged == ["IMG_0001.JPG"]
    assert "IMG_0001.JPG" in answer.out
    assert "The focus is" in answer.out


def test_a_known_photo_is_told_from_the_catalogue(assist, shoot, judge):
    assist("score", shoot)
    judge.judged.clear()
    assert assist("show", shoot / "IMG_0001.JPG").exit_code == 0
    assert judge.judged == []


def test_an_unreadable_photo_ends_with_3_and_says_why(assist, shoot):
    (shoot / "IMG_0001.JPG").write_bytes(b"")
    answer = assist("show", shoot / "IMG_0001.JPG")
    assert answer.exit_code == 3
    assert answer.out == ""
    assert "empty" in answer.err


def test_a_folder_is_wrong_usage(assist, shoot):
    answer = assist("show", shoot)
    assert answer.exit_code == 2
    assert "assist score" in answer.err
