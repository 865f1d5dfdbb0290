"""Port and token, for their owner alone."""

import os
import stat
from dataclasses import replace

import pytest

from plugins.server.state_file import (
    ServerState,
    StateFileError,
    is_running,
    new_token,
    read_state,
    remove_state,
    state_path,
    write_state,
)

STATE = ServerState(12345, "secret", 1, "photo-assist 1", "/c.db")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "own" / "server.json"


def test_what_is_written_is_read_and_private(path):
    write_state(path, STATE)
    assert read_state(path) == STATE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["server.json"]


def test_a_loose_umask_does_not_open_it(path):
    before = os.umask(0)
    try:
        write_state(path, STATE)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_tokens_are_long_and_never_the_same():
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 43


@pytest.mark.parametrize("mode", [0o644, 0o620, 0o606])
def test_a_file_that_others_may_touch_is_not_trusted(path, mode):
    write_state(path, STATE)
    path.chmod(mode)
    with pytest.raises(StateFileError, match="other users"):
        read_state(path)


def test_a_folder_that_others_may_write_to_is_not_used(path):
    path.parent.mkdir()
    path.parent.chmod(0o777)
    with pytest.raises(StateFileError, match="other users"):
        write_state(path, STATE)


def test_a_link_is_not_followed(path, tmp_path):
    write_state(path, STATE)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    assert read_state(link) is None


def test_a_pipe_does_not_keep_us_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe", 0o600)
    assert read_state(tmp_path / "pipe") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"schema":"assist.server/9"}', "null"])
def test_what_is_no_state_is_none(path, text):
    path.parent.mkdir()
    path.touch(0o600)
    path.write_text(text)
    assert read_state(path) is None


def test_only_ones_own_state_is_taken_away(path):
    write_state(path, STATE)
    remove_state(path, "another")
    assert path.exists()
    remove_state(path, STATE.token)
    assert not path.exists()
    remove_state(path, STATE.token)


def test_a_folder_may_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("ASSIST_STATE", str(tmp_path))
    assert state_path() == tmp_path / "server.json"


@pytest.mark.parametrize("pid", [2**22 + 1, 2**80, 0, -1])
def test_process_that_is_not_there_is_not_running(pid):
    assert not is_running(replace(STATE, pid=pid))


def test_process_that_is_there_is_running():
    assert is_running(replace(STATE, pid=os.getpid()))
