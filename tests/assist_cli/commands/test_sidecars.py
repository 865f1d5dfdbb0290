"""`assist sidecars`: what it can do."""

import pytest


def test_help_names_the_commands_and_says_what_is_never_done(assist):
    answer = assist("sidecars", "--help")
    assert answer.exit_code == 0
    assert "Photos themselves are never written to" in answer.out
    for command in ("write", "read"):
        assert f"  {command} " in answer.out


@pytest.mark.parametrize("command", [("sidecars", "write"), ("sidecars", "read"), ("undo",), ("journal",)])
def test_every_command_has_help_with_examples(assist, command):
    answer = assist(*command, "--help")
    assert (answer.exit_code, answer.err) == (0, "")
    assert "Examples:" in answer.out


def test_without_a_command_the_help_is_shown_as_wrong_usage(assist):
    answer = assist("sidecars")
    assert (answer.exit_code, answer.out) == (2, "")
    assert "write" in answer.err
