"""Keys that are typed while a program starts are neither shown nor lost, and the terminal is left as it was."""

from __future__ import annotations

import os
import pty
import termios

import pytest

from assist_cli.unechoed_keys import unechoed_keys


@pytest.fixture
def terminal():
    """(the person's end, the program's end)."""
    ends = pty.openpty()
    yield ends
    for end in ends:
        os.close(end)


def test_keys_are_not_shown_and_wait_to_be_read(terminal):
    person, program = terminal
    os.write(person, b"a")
    assert os.read(person, 10) == b"a"
    unechoed_keys(program)
    os.write(person, b"p\r")
    os.write(program, b"shown")
    assert os.read(person, 10) == b"shown"
    assert os.read(program, 10) == b"ap\r"


def test_terminal_is_left_as_it_was(terminal):
    _, program = terminal
    before = termios.tcgetattr(program)
    restore = unechoed_keys(program)
    assert termios.tcgetattr(program) != before
    restore()
    assert termios.tcgetattr(program) == before


def test_where_there_is_no_terminal_nothing_happens(tmp_path):
    with (tmp_path / "file").open("wb") as file:
        unechoed_keys(file.fileno())()


def test_terminal_that_hung_up_is_left_alone():
    person, program = pty.openpty()
    restore = unechoed_keys(program)
    os.close(person)
    os.close(program)
    restore()
