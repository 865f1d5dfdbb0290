"""Global options may stand anywhere."""

from datetime import timedelta

import pytest

from assist_cli.options import global_first, named_age


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        (["score", "DIR", "--quiet"], ["--quiet", "score", "DIR"]),
        (["score", "DIR", "--device", "cpu"], ["--device", "cpu", "score", "DIR"]),
        (["score", "--catalog=c.db", "DIR"], ["--catalog=c.db", "score", "DIR"]),
        (["--verbose", "score", "DIR"], ["--verbose", "score", "DIR"]),
        (["score", "--top", "3", "DIR"], ["score", "--top", "3", "DIR"]),
        (["score", "--", "--quiet"], ["score", "--", "--quiet"]),
        (["score", "DIR", "--device"], ["--device", "score", "DIR"]),
    ],
)
def test_global_options_move_to_the_front(given, understood):
    assert global_first(given) == understood


def test_a_global_option_behind_the_verb_counts(assist, shoot, tmp_path):
    elsewhere = tmp_path / "elsewhere.db"
    assert assist("score", shoot, "--catalog", elsewhere, "--quiet").exit_code == 0
    assert elsewhere.exists()


def test_an_unknown_device_is_wrong_usage(assist, shoot):
    answer = assist("score", shoot, "--device", "tpu")
    assert answer.exit_code == 2
    assert "tpu" in answer.err


@pytest.mark.parametrize("verb", ["show", "score"])
def test_a_name_that_begins_with_a_dash_gets_a_hint_that_works(assist, shoot, monkeypatch, verb):
    (shoot / "IMG_0001.JPG").rename(shoot / "-dash.jpg")
    monkeypatch.chdir(shoot)
    answer = assist(verb, "-dash.jpg")
    assert answer.exit_code == 2
    assert "Put -- before a name that begins with a dash" in answer.err
    assert assist(verb, "--", "-dash.jpg").exit_code == 0


def test_a_misspelt_option_gets_no_such_hint(assist, shoot):
    answer = assist("score", shoot, "--sorted")
    assert answer.exit_code == 2
    assert "dash" not in answer.err


def test_a_wrong_choice_is_told_without_the_words_of_a_library(assist, shoot):
    answer = assist("cull", shoot, "--images", "kity")
    assert answer.exit_code == 2
    assert "Invalid value for '--images': 'kity' is not one of" in " ".join(answer.err.split())


@pytest.mark.parametrize(
    ("text", "age"), [("36h", timedelta(hours=36)), ("30d", timedelta(days=30)), ("12W", timedelta(weeks=12))]
)
def test_an_age_is_a_number_and_a_unit(text, age):
    assert named_age(text) == named_age(age) == age
