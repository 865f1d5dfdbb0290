"""Whether a server is up, seen from its state file."""

from assist_cli.workflows.plugin_install.server_answers import server_answers
from plugins.server.state_file import ServerState, write_state


def test_no_state_is_no_server(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_STATE", str(tmp_path))
    assert not server_answers()


def test_state_of_a_server_that_is_gone_is_no_server(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_STATE", str(tmp_path))
    write_state(tmp_path / "server.json", ServerState(1, "token", 1, "photo-assist 1", "/catalog.db"))
    assert not server_answers()


def test_state_that_others_could_have_written_is_no_server(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_STATE", str(tmp_path))
    write_state(tmp_path / "server.json", ServerState(1, "token", 1, "photo-assist 1", "/catalog.db"))
    (tmp_path / "server.json").chmod(0o666)
    assert not server_answers()
