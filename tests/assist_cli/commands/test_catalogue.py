"""`assist catalogue` with all its verbs: `stats`, `check`, and `prune`, which has a file of its own."""

import json
import sqlite3
from contextlib import closing, contextmanager

import pytest

from index.catalog.database import open_catalog, open_catalog_to_read
from weights.registry import DEFAULT_RATING_WEIGHTS

VERBS = {"stats": [], "check": [], "prune": ["--older-than", "0h", "--yes"]}


@pytest.mark.parametrize("verb", [[], ["stats"], ["check"], ["prune"]])
def test_help_has_examples(assist, verb):
    answer = assist("catalogue", *verb, "--help")
    assert answer.exit_code == 0
    assert "Examples:\n" in answer.out
    assert "assist catalogue " in answer.out


def test_stats_count_photos_by_weights_and_folder(assist, shoot, catalog):
    assist("score", shoot)
    answer = assist("catalogue", "stats")
    assert answer.exit_code == 0
    for fact in (str(catalog), "photos      5", f"5 by {DEFAULT_RATING_WEIGHTS}@", f"5 in {shoot}"):
        assert fact in answer.out


def test_stats_as_json_are_one_object(assist, shoot):
    assist("score", shoot)
    (told,) = assist("catalogue", "stats", "--format", "jsonl").photos
    assert (told["photos"], told["missing"], told["folders"]) == (5, 0, {str(shoot): 5})


def test_check_of_a_sound_catalogue_ends_with_0(assist, shoot):
    assist("score", shoot)
    answer = assist("catalogue", "check")
    assert answer.exit_code == 0
    assert "5 photos, nothing damaged" in answer.out


def test_check_tells_changed_photos_and_ends_with_0(assist, shoot, draw_photo):
    assist("score", shoot)
    draw_photo(shoot / "IMG_0002.JPG", seed=77)
    answer = assist("catalogue", "check")
    assert answer.exit_code == 0
    assert "1 file has changed since it was scored (assist score PATH" in answer.out


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_check_of_a_damaged_catalogue_ends_with_1_and_a_hint(assist, shoot, catalog, form):
    assist("score", shoot)
    with open_catalog(catalog) as opened:
        opened._db.execute("UPDATE glances SET grey_width_px = 63")
    answer = assist("catalogue", "check", "--format", form)
    assert answer.exit_code == 1
    assert "glances without the shape of a picture: 5" in answer.out
    assert "assist score PATH --rescore" in answer.out
    if form == "jsonl":
        assert json.loads(answer.out)["state"] == "broken"


def test_rescoring_mends_what_check_says_it_mends(assist, shoot, catalog):
    assist("score", shoot)
    with open_catalog(catalog) as opened:
        opened._db.execute("UPDATE glances SET grey_width_px = 63")
    assist("score", shoot, "--rescore")
    assert assist("catalogue", "check").exit_code == 0


def test_score_tells_that_a_known_photo_is_gone(assist, shoot):
    assist("score", shoot)
    (shoot / "IMG_0002.JPG").unlink()
    assert "1 known photo is gone; its scores are kept" in assist("score", shoot).err
    assert "gone" not in assist("score", shoot).err


@pytest.fixture
def with_a_missing_one(assist, shoot):
    assist("score", shoot)
    (shoot / "IMG_0002.JPG").unlink()
    assist("score", shoot)


def photos_in(catalog):
    with open_catalog(catalog) as opened:
        return opened.count()


@pytest.mark.usefixtures("with_a_missing_one")
def test_prune_with_yes_forgets_and_says_what_it_freed(assist, catalog):
    answer = assist("catalogue", "prune", "--older-than", "0h", "--yes")
    assert answer.exit_code == 0
    assert "IMG_0002.JPG" in answer.out
    assert "forgot 1 photo; " in answer.err
    assert "freed" in answer.err
    assert photos_in(catalog) == 4


@pytest.mark.usefixtures("with_a_missing_one")
def test_prune_with_dry_run_forgets_nothing(assist, catalog):
    answer = assist("catalogue", "prune", "--older-than", "0h", "--dry-run", "--yes")
    assert answer.exit_code == 0
    assert "IMG_0002.JPG" in answer.out
    assert photos_in(catalog) == 5


@pytest.mark.usefixtures("with_a_missing_one")
def test_prune_without_anybody_to_ask_needs_yes(assist, catalog):
    answer = assist("catalogue", "prune", "--older-than", "0h")
    assert answer.exit_code == 1
    assert "--yes" in answer.err
    assert photos_in(catalog) == 5


@pytest.mark.usefixtures("with_a_missing_one")
@pytest.mark.parametrize(("reply", "left"), [(True, 4), (False, 5)])
def test_prune_asks_who_sits_there(assist, catalog, monkeypatch, reply, left):
    monkeypatch.setattr("assist_cli.commands.catalogue_prune.sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("assist_cli.commands.catalogue_prune.typer.confirm", lambda _question, **_options: reply)
    assert assist("catalogue", "prune", "--older-than", "0h").exit_code == 0
    assert photos_in(catalog) == left


@pytest.mark.usefixtures("with_a_missing_one")
def test_prune_leaves_what_is_missing_for_less_than_a_month(assist, catalog):
    answer = assist("catalogue", "prune", "--yes")
    assert "1 photo missing for less" in answer.out
    assert photos_in(catalog) == 5


def test_prune_needs_no_run_of_score_to_see_what_was_deleted(assist, shoot, catalog):
    assist("score", shoot)
    (shoot / "IMG_0002.JPG").unlink()
    assert "1 photo missing for less" in assist("catalogue", "prune", "--yes").out
    assert photos_in(catalog) == 5
    assert assist("catalogue", "prune", "--older-than", "0h", "--yes").exit_code == 0
    assert photos_in(catalog) == 4


def test_check_and_prune_together_get_rid_of_a_folder_that_is_gone(assist, shoot, catalog, tmp_path):
    assist("score", shoot)
    shoot.rename(tmp_path / "elsewhere")
    assert f"folder {shoot} is not there (a disk may be unplugged" in assist("catalogue", "check").out
    assert f"5 photos of {shoot}" in assist("catalogue", "prune", "--older-than", "0h", "--yes").out
    assert assist("catalogue", "prune", "--gone", shoot, "--dry-run").exit_code == 0
    assert assist("catalogue", "prune", "--gone", shoot).exit_code == 1
    assert photos_in(catalog) == 5
    assert "forgot 5 photos" in assist("catalogue", "prune", "--gone", shoot, "--yes").err
    assert photos_in(catalog) == 0


def test_a_folder_that_is_there_is_not_forgotten(assist, shoot, catalog):
    assist("score", shoot)
    answer = assist("catalogue", "prune", "--gone", shoot, "--yes")
    assert answer.exit_code == 2
    assert "is not gone" in answer.err
    assert photos_in(catalog) == 5


@pytest.mark.parametrize("age", ["soon", "", "3x", "-1d", "d", "1000000w"])
def test_an_age_that_is_none_is_wrong_usage(assist, age):
    assert assist("catalogue", "prune", "--older-than", age).exit_code == 2


@pytest.mark.parametrize("verb", VERBS)
def test_where_no_catalogue_is_each_says_so_and_makes_none(assist, catalog, verb):
    answer = assist("catalogue", verb, *VERBS[verb])
    assert answer.exit_code == 1
    assert "there is no catalogue at" in answer.err
    assert not catalog.exists()


@contextmanager
def held(path):
    """Keeps the catalogue to itself, for readers too: https://www.sqlite.org/wal.html#use_of_wal_without_shared_memory"""
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield


@pytest.mark.usefixtures("with_a_missing_one")
@pytest.mark.parametrize("verb", VERBS)
def test_a_catalogue_held_by_another_run_is_one_clear_line(assist, catalog, monkeypatch, verb):
    for opening in (open_catalog, open_catalog_to_read):
        monkeypatch.setitem(opening.__kwdefaults__, "busy_timeout_s", 0.05)
    with held(catalog):
        answer = assist("catalogue", verb, *VERBS[verb])
    assert answer.exit_code == 1
    assert "held by another process" in answer.err
    assert "wait for the other run to finish" in answer.err
    assert answer.err.count("\n") == 1
    assert assist("catalogue", verb, *VERBS[verb]).exit_code == 0


@pytest.mark.usefixtures("with_a_missing_one")
def test_prune_beside_a_run_that_writes_is_one_clear_line_and_forgets_nothing(assist, catalog, monkeypatch):
    monkeypatch.setitem(open_catalog.__kwdefaults__, "busy_timeout_s", 0.05)
    with closing(sqlite3.connect(catalog)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = assist("catalogue", "prune", *VERBS["prune"])
    assert answer.exit_code == 1
    assert "held by another process" in answer.err
    assert photos_in(catalog) == 5
