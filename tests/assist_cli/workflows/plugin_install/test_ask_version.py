"""Whether a program is `assist`."""

import pytest

from assist_cli.workflows.plugin_install.ask_version import ask_version


def test_assist_says_its_version(program):
    assert ask_version(str(program)) == "assist 9.9.9"


@pytest.mark.parametrize("lines", ["echo assist 1; exit 1", "echo something else", "true", "echo assist 1; echo more"])
def test_what_does_not_answer_as_assist_is_not_it(program, lines):
    program.write_text(f"#!/bin/sh\n{lines}\n")
    assert ask_version(str(program)) is None


def test_what_cannot_be_started_is_not_it(program):
    program.chmod(0o644)
    program.write_text("")
    assert ask_version(str(program)) is None
    assert ask_version("/nowhere/assist") is None
    assert ask_version("a\0b") is None
