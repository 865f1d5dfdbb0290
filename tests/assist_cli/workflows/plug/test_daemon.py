"""A server that `assist plug --daemon` begins: real processes, found and used by the next request."""

import json
import signal
import subprocess
import time

import pytest

from assist_cli.workflows.plug import answered_bytes, daemon
from plugins.protocol import SCHEMA
from plugins.server.client import is_up
from plugins.server.state_file import read_state, state_path

LONGEST_S = 60


@pytest.fixture
def begun(tmp_path, monkeypatch):
    """The processes that were begun, ended afterwards."""
    monkeypatch.setenv("ASSIST_STATE", str(tmp_path / "state"))
    processes, really_begin = [], subprocess.Popen

    def begin(*arguments, **options):
        processes.append(really_begin(*arguments, **options))
        return processes[-1]

    monkeypatch.setattr(daemon.subprocess, "Popen", begin)
    yield processes
    for process in processes:
        process.kill()
        process.wait()


@pytest.fixture
def plug(assist, tmp_path, begun):  # noqa: ARG001 - set up first
    """Exit code and reply of `assist plug --daemon`."""

    def call(*paths):
        asked, told = tmp_path / "ask.json", tmp_path / "told.json"
        asked.write_text(json.dumps({"schema": SCHEMA, "verb": "rate", "paths": list(map(str, paths))}))
        exit_code = assist("plug", "--request", asked, "--reply", told, "--daemon").exit_code
        return exit_code, json.loads(told.read_bytes()) if told.exists() else None

    return call


def up_as(process):
    """The state of that server, once it answers."""
    until = time.monotonic() + LONGEST_S
    while time.monotonic() < until and process.poll() is None:
        state = read_state(state_path())
        if state is not None and state.pid == process.pid and is_up(state):
            return state
        time.sleep(0.1)
    raise AssertionError("the server did not come up")


def test_it_answers_the_next_request_and_one_that_was_killed_is_followed_by_another(plug, begun, shoot, monkeypatch):
    photos = sorted(shoot.iterdir())
    here = plug(*photos)
    up_as(begun[0])
    with monkeypatch.context() as patch:
        patch.setattr(answered_bytes, "_answered_here", None)  # whoever calls it fails
        assert plug(*photos) == here
    assert len(begun) == 1

    begun[0].send_signal(signal.SIGKILL)
    begun[0].wait()
    assert state_path().exists()
    assert plug(*photos) == here
    up_as(begun[1])


def test_no_file_of_the_folder_in_which_the_editor_runs_is_run(plug, begun, shoot, tmp_path, monkeypatch):
    trap = tmp_path / "downloads"
    trap.mkdir()
    (trap / "uvicorn.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')")
    monkeypatch.chdir(trap)
    plug(*shoot.iterdir())
    up_as(begun[0])
    assert not (tmp_path / "run").exists()


def test_a_folder_that_cannot_be_looked_at_and_a_server_that_cannot_begin_spoil_no_answer(
    plug, shoot, tmp_path, monkeypatch
):
    def refuse(*_arguments, **_options):
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(daemon.subprocess, "Popen", refuse)
    photo = next(shoot.iterdir())
    exit_code, reply = plug(photo, tmp_path / ("x" * 300) / "far.jpg")
    assert exit_code == 0
    assert [one["error"] and one["error"]["kind"] for one in reply["results"]] == [None, "missing"]
