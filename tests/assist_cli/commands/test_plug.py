"""`assist plug`, as an editor runs it."""

import json

import pytest

from plugins.protocol import SCHEMA


@pytest.fixture
def plug(assist, tmp_path):
    """Runs `assist plug`; returns its exit code and the reply, if there is one."""

    def call(request, *options):
        asked, told = tmp_path / "ask.json", tmp_path / "told.json"
        asked.write_bytes(request if isinstance(request, bytes) else json.dumps({"schema": SCHEMA} | request).encode())
        answer = assist("plug", "--request", asked, "--reply", told, *options)
        return answer.exit_code, json.loads(told.read_bytes()) if told.exists() else None

    return call


def paths_of(shoot):
    return [str(path) for path in sorted(shoot.iterdir())]


def test_a_request_file_becomes_a_reply_file(plug, shoot):
    exit_code, reply = plug({"verb": "rate", "paths": paths_of(shoot)})
    assert exit_code == 0
    assert [one["path"] for one in reply["results"]] == paths_of(shoot)
    assert all(one["rating"] for one in reply["results"])


def test_photos_that_cannot_be_read_are_no_failure_of_the_answer(plug, shoot, tmp_path):
    exit_code, reply = plug({"verb": "rate", "paths": [*paths_of(shoot), str(tmp_path / "gone.jpg")]})
    assert exit_code == 0
    assert reply["results"][-1]["error"]["kind"] == "missing"


@pytest.mark.parametrize(
    "request_", [b"", b"{", b'{"schema":"assist.plug/9"}', b'{"schema":"assist.plug/1","verb":"eat"}']
)
def test_a_wrong_request_is_told_in_the_reply(plug, request_):
    exit_code, reply = plug(request_)
    assert exit_code == 2
    assert reply["error"]["kind"] == "request"
    assert reply["results"] == []


def test_a_request_that_is_not_there_is_told(assist, tmp_path):
    answer = assist("plug", "--request", tmp_path / "no.json", "--reply", tmp_path / "told.json")
    assert answer.exit_code == 1
    assert "no.json" in answer.err
    assert not (tmp_path / "told.json").exists()


def test_an_earlier_reply_never_passes_for_this_one(plug, assist, tmp_path, shoot):
    plug({"verb": "rate", "paths": paths_of(shoot)})
    assist("plug", "--request", tmp_path / "no.json", "--reply", tmp_path / "told.json")
    assert not (tmp_path / "told.json").exists()


@pytest.mark.parametrize("option", ["--reply", "--progress"])
def test_a_file_that_is_not_ours_is_not_replaced(assist, shoot, tmp_path, option):
    photo = shoot / "IMG_0000.JPG"
    before = photo.read_bytes()
    asked = tmp_path / "ask.json"
    asked.write_text(json.dumps({"schema": SCHEMA, "verb": "ping"}))
    files = {"--request": asked, "--reply": tmp_path / "told.json"} | {option: photo}
    answer = assist("plug", *(part for pair in files.items() for part in pair))
    assert answer.exit_code == 2
    assert photo.read_bytes() == before


def test_a_file_that_an_editor_made_empty_beforehand_is_filled(plug, tmp_path, shoot):
    (tmp_path / "told.json").touch()
    assert plug({"verb": "rate", "paths": paths_of(shoot)})[0] == 0


def test_progress_ends_at_all_of_them(plug, tmp_path, shoot):
    far = tmp_path / "far.json"
    plug({"verb": "rate", "paths": paths_of(shoot)}, "--progress", far)
    assert json.loads(far.read_bytes()) == {"done": 5, "total": 5, "words": "5 of 5 looked at"}


def test_a_cancel_file_stops_it(plug, tmp_path, shoot, judge):
    (tmp_path / "stop").touch()
    exit_code, reply = plug({"verb": "rate", "paths": paths_of(shoot)}, "--cancel", tmp_path / "stop")
    assert exit_code == 0
    assert reply["cancelled"]
    assert {one["error"]["kind"] for one in reply["results"]} == {"cancelled"}
    assert judge.judged == []


def test_no_other_file_is_left_behind(plug, tmp_path, shoot):
    plug({"verb": "rate", "paths": paths_of(shoot)}, "--progress", tmp_path / "far.json")
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {"ask.json", "told.json", "far.json"}


def test_a_person_may_ask_for_help(assist):
    assert "assist.plug/1" in assist("plug", "--help").out
