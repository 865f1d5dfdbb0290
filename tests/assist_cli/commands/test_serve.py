"""`assist serve` as a process of its own, and `assist plug` that finds it."""

import json
import signal
import subprocess
import sys
import time

import pytest

from plugins.protocol import SCHEMA
from plugins.server.state_file import read_state, state_path


@pytest.fixture
def begin(catalog, tmp_path, monkeypatch):  # noqa: ARG001 - set up first
    """Begins servers that judge without looking; ends them all."""
    monkeypatch.setenv("ASSIST_STATE", str(tmp_path / "state"))
    begun = []

    def call(*options):
        command = [sys.executable, "-m", "tests.assist_cli.fake_judge", "0", "serve", *map(str, options)]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        begun.append(process)
        until = time.monotonic() + 30
        while not state_path().exists() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        return process

    yield call
    for process in begun:
        process.kill()
        process.communicate()


@pytest.fixture
def plug(assist, tmp_path):
    def call(*paths, verb="rate"):
        asked, told = tmp_path / "ask.json", tmp_path / "told.json"
        asked.write_text(json.dumps({"schema": SCHEMA, "verb": verb, "paths": list(map(str, paths))}))
        assert assist("plug", "--request", asked, "--reply", told).exit_code == 0
        return json.loads(told.read_bytes())

    return call


def test_plug_uses_the_server_that_is_up_and_else_answers_itself(
    begin, plug, assist, shoot, judge, draw_photo, tmp_path, monkeypatch
):
    process = begin("--allow", shoot)
    for verb in ("rate", "pick", "crop", "explain"):
        told = plug(*sorted(shoot.iterdir()), verb=verb)
        assert [one["error"] for one in told["results"]] == [None] * 5
    assert judge.judged == []

    before = read_state(state_path())
    second = assist("serve", "--allow", shoot)
    assert second.exit_code == 1
    assert "up already" in second.err
    assert read_state(state_path()) == before

    plug(draw_photo(tmp_path / "elsewhere" / "not_allowed.jpg", 8))
    assert judge.judged == ["not_allowed.jpg"]

    with monkeypatch.context() as patch:
        patch.setenv("ASSIST_CATALOG", str(tmp_path / "other.db"))
        plug(shoot / "IMG_0000.JPG")
    assert judge.judged[1:] == ["IMG_0000.JPG"]

    process.kill()
    process.wait(10)
    assert state_path().exists()
    assert plug(draw_photo(shoot / "new.jpg", 9))["results"][0]["rating"]
    assert judge.judged[2:] == ["new.jpg"]


def test_a_polite_kill_takes_the_state_away(begin, shoot):
    process = begin("--allow", shoot)
    process.send_signal(signal.SIGTERM)
    process.wait(20)
    assert not state_path().exists()


def test_it_ends_when_nobody_asks_and_never_prints_its_token(begin, shoot):
    process = begin("--allow", shoot, "--idle", "0.02", "--verbose")
    state = read_state(state_path())
    _, said = process.communicate(timeout=30)
    assert process.returncode == 0
    assert f"127.0.0.1:{state.port}" in said
    assert state.token not in said
    assert not state_path().exists()


def test_a_folder_that_is_not_there_is_told(assist, tmp_path):
    answer = assist("serve", "--allow", tmp_path / "nowhere")
    assert answer.exit_code == 2
    assert "nowhere" in answer.err


def test_a_server_begins_for_the_next_time_only_where_asked(assist, shoot, tmp_path, judge, monkeypatch):
    begun = []
    monkeypatch.setattr("subprocess.Popen", lambda command, **_options: begun.append(command))
    asked = tmp_path / "ask.json"
    asked.write_text(json.dumps({"schema": SCHEMA, "verb": "rate", "paths": [str(shoot / "IMG_0000.JPG")]}))
    files = ["--request", asked, "--reply", tmp_path / "told.json"]
    assert assist("plug", *files).exit_code == 0
    assert begun == []
    assert assist("plug", *files, "--daemon").exit_code == 0
    assert judge.judged == ["IMG_0000.JPG"]
    (command,) = begun
    assert command[:3] == [sys.executable, "-m", "assist_cli"]
    assert "serve" in command
    assert command[command.index(str(shoot)) - 1] == "--allow"
