"""How others start this very `assist`."""

import sys

import pytest

from assist_cli.failures import AssistError
from assist_cli.workflows.own_program import own_program


def test_program_is_started_by_its_whole_path(tmp_path, monkeypatch):
    script = tmp_path / "assist"
    script.touch()
    monkeypatch.setattr(sys, "argv", [str(script), "watch"])
    assert own_program() == (str(script),)


def test_source_code_that_is_not_installed_cannot_be_started_by_others(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "__main__.py")])
    monkeypatch.setattr("assist_cli.workflows.own_program.sysconfig.get_path", lambda _name: str(tmp_path))
    with pytest.raises(AssistError, match="installed"):
        own_program()
