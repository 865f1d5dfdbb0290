"""Asking terminals: each is played at the other end of a pty."""

from __future__ import annotations

import fcntl
import os
import struct
import termios

import pytest

from assist_cli.pictures import ask_terminal as asking
from assist_cli.pictures.ask_terminal import ask_terminal
from assist_cli.pictures.protocol import Colours, Protocol
from assist_cli.pictures.terminal import USUAL_CELL_PX
from assist_cli.pictures.tmux import Tmux
from tests.assist_cli.pictures import played_terminal as play
from tests.assist_cli.pictures.played_terminal import played

HERE = {"TERM": "xterm-256color"}
AFAR = {**HERE, "SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}


def asked(answers, environ=HERE, wish=None, **options):
    with played(answers, **options) as terminal:
        return ask_terminal(wish, environ=environ, fds=terminal.fds)


@pytest.mark.parametrize(
    ("answers", "protocol"),
    [
        (play.KITTY, Protocol.KITTY),
        (play.GHOSTTY, Protocol.KITTY),
        (play.ITERM2, Protocol.ITERM),
        (play.WEZTERM, Protocol.ITERM),
        (play.VS_CODE, Protocol.ITERM),
        (play.FOOT, Protocol.SIXEL),
        (play.XTERM, Protocol.HALF),
        (play.VTE, Protocol.HALF),
    ],
    ids=["kitty", "ghostty", "iterm2", "wezterm", "vs code", "foot", "xterm", "gnome terminal"],
)
def test_terminal_gets_the_best_that_it_can_draw(answers, protocol):
    assert asked(answers).protocol is protocol


def test_terminal_tells_its_name_and_the_size_of_its_cells():
    terminal = asked(play.KITTY)
    assert (terminal.name, terminal.cell_px) == ("kitty(0.35.2)", (10, 20))


def test_terminal_that_tells_no_cell_size_has_it_from_the_window():
    with played(play.VTE) as terminal:
        fcntl.ioctl(terminal.fds[0], termios.TIOCSWINSZ, struct.pack("4H", 50, 100, 900, 850))
        assert ask_terminal(environ=HERE, fds=terminal.fds).cell_px == (9, 17)


def test_cell_size_that_nobody_tells_is_the_usual_one():
    assert asked(play.VTE).cell_px == USUAL_CELL_PX


@pytest.mark.parametrize(
    ("answers", "environ", "colours"),
    [
        (play.VTE, HERE, Colours.TRUE),
        (play.XTERM, HERE, Colours.PALETTE),
        (play.XTERM, {**HERE, "COLORTERM": "truecolor"}, Colours.TRUE),
        (play.VTE, {**HERE, "NO_COLOR": "1"}, Colours.GREY),
    ],
)
def test_colours_are_asked_for_and_no_color_is_heeded(answers, environ, colours):
    assert asked(answers, environ).colours is colours


def test_local_kitty_that_can_read_files_says_so_and_the_file_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "SHARED_MEMORY", tmp_path)
    assert asked(play.KITTY, reads_files=True).reads_files
    assert not asked(play.KITTY, reads_files=False).reads_files
    assert list(tmp_path.iterdir()) == []


def test_terminal_far_away_is_never_asked_to_read_a_file():
    with played(play.KITTY, reads_files=True) as played_one:
        terminal = ask_terminal(environ=AFAR, fds=played_one.fds)
        assert b"t=t" not in played_one.heard
    assert terminal.is_remote
    assert not terminal.reads_files


def test_tmux_around_kitty_that_lets_pictures_pass_gets_placeholders(monkeypatch):
    monkeypatch.setattr(asking, "ask_tmux", lambda: Tmux(passes=True, outer="kitty(0.35.2)|xterm-kitty"))
    terminal = asked([play.kind(b"1;2")], {**HERE, "TMUX": "/tmp/tmux,1,0"})
    assert (terminal.protocol, terminal.in_tmux, terminal.reads_files) == (Protocol.KITTY, True, False)


@pytest.mark.parametrize(
    "tmux",
    [
        Tmux(passes=False, outer="kitty(0.35.2)|xterm-kitty"),
        Tmux(passes=True, outer="kitty(0.26.5)|xterm-kitty"),
        Tmux(passes=True, outer="iTerm2 3.5.10|xterm-256color"),
        Tmux(),
    ],
)
def test_other_tmux_gets_blocks_even_if_it_knows_sixels(tmux, monkeypatch):
    monkeypatch.setattr(asking, "ask_tmux", lambda: tmux)
    terminal = asked([play.kind(b"1;2;4")], {**HERE, "TMUX": "/tmp/tmux,1,0"})
    assert (terminal.protocol, terminal.in_tmux) == (Protocol.HALF, True)
    assert terminal.why


@pytest.mark.parametrize("name", ["ZELLIJ", "STY"])
def test_other_multiplexers_get_blocks(name):
    assert asked(play.KITTY, {**HERE, name: "1"}).protocol is Protocol.HALF


def test_wish_overrules_what_was_found_out():
    terminal = asked(play.XTERM, wish=Protocol.SIXEL)
    assert (terminal.protocol, terminal.cell_px) == (Protocol.SIXEL, (6, 13))


def test_wish_for_no_pictures_asks_nothing():
    with played(play.KITTY) as terminal:
        assert ask_terminal(Protocol.NONE, environ=HERE, fds=terminal.fds).protocol is Protocol.NONE
    assert terminal.heard == b""


def test_terminal_that_never_answers_gets_blocks(monkeypatch):
    monkeypatch.setattr(asking, "TIMEOUT_S", 0.05)
    terminal = asked([])
    assert (terminal.protocol, terminal.why) == (Protocol.HALF, "The terminal was not asked, or did not answer.")


@pytest.mark.parametrize(
    "environ", [{"TERM": "dumb"}, {"TERM": "linux"}, {**HERE, "TERM_PROGRAM": "Apple_Terminal"}, {}]
)
def test_terminals_that_would_print_the_questions_are_not_asked(environ):
    with played(play.KITTY) as terminal:
        assert ask_terminal(environ=environ, fds=terminal.fds).protocol is Protocol.HALF
    assert terminal.heard == b""


def test_linux_console_has_no_quarter_blocks():
    assert asked([], {"TERM": "linux"}).only_halves


def test_keys_pressed_meanwhile_do_not_confuse_the_answers():
    assert asked([(b"\x1b[>q", b"jjp\x1b[A"), *play.FOOT]).protocol is Protocol.SIXEL


def test_terminal_is_left_as_it_was():
    with played(play.KITTY) as terminal:
        before = termios.tcgetattr(terminal.fds[0])
        ask_terminal(environ=HERE, fds=terminal.fds)
        assert termios.tcgetattr(terminal.fds[0]) == before


def test_pipe_is_not_asked():
    reading, writing = os.pipe()
    try:
        assert ask_terminal(environ=HERE, fds=(reading, writing)).protocol is Protocol.HALF
    finally:
        os.close(reading)
        os.close(writing)
