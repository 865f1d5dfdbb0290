"""`assist profiles` and --profile."""

import tomllib

import pytest

from scoring.ranking.profile import profile_names


def test_every_profile_has_a_line_and_default_comes_first(assist):
    lines = assist("profiles").out.splitlines()
    assert {line.split()[0] for line in lines} == set(profile_names())
    assert lines[0].startswith("default")


def test_a_profile_is_written_as_toml_to_copy(assist):
    assert tomllib.loads(assist("profiles", "portrait").out)["blend"]["focus"] > 0


@pytest.mark.parametrize("verb", [("profiles",), ("score", ".", "--profile"), ("show", "a.jpg", "--profile")])
def test_a_name_spelt_wrong_is_told_with_the_nearest_one(assist, verb):
    result = assist(*verb, "portraits")
    assert result.exit_code == 2
    assert "portrait" in result.err


def test_another_profile_blends_anew_and_opens_no_photo(assist, shoot, judge):
    first = assist("score", shoot, "--format", "jsonl").photos
    judge.judged.clear()
    told = assist("score", shoot, "--format", "jsonl", "--profile", "sport").photos
    assert judge.judged == []
    assert {photo["blend"]["profile"] for photo in told} == {"sport"}
    assert [photo["score"] for photo in told] != [photo["score"] for photo in first]
    assert [photo["assessments"] for photo in told] == [photo["assessments"] for photo in first]


def test_a_profile_of_ones_own_is_named_by_its_file(assist, shoot, tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text(assist("profiles", "default").out.replace("focus = 0.15", "focus = 0.9"))
    (photo,) = assist("score", shoot / "IMG_0000.JPG", "--format", "jsonl", "--profile", mine).photos
    assert photo["blend"]["profile"] == str(mine)
    assert photo["blend"]["shares"]["focus"]["most"] > 30
    exported = assist("export", shoot, "--to", "json", "--profile", mine)
    assert f'"profile": "{mine}"' in exported.out


def test_help_names_the_argument_once(assist):
    answer = assist("profiles", "--help")
    assert "[NAME]" in answer.out
    assert "[[" not in answer.out


def test_auto_is_explained(assist):
    answer = assist("profiles", "auto")
    assert answer.exit_code == 2
    assert "auto is no profile of its own" in answer.err
    assert len(answer.err.strip().splitlines()) == 1
