"""A terminal at the other end of a pty, played by a thread: it answers what a real one would, and hears everything."""

from __future__ import annotations

import os
import re
import select
import threading
import tty
from contextlib import contextmanager

CELL = (b"\x1b[16t", b"\x1b[6;20;10t")
KITTY_OK = (b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\", b"\x1b_Gi=31;OK\x1b\\")
TRUE_COLOUR = (b"\x1bP$qm\x1b\\", b"\x1bP1$r0;48:2::1:2:3m\x1b\\")
FILE_QUESTION = re.compile(rb"\x1b_Gi=32,[^;]*t=t[^;]*;[^\x1b]+\x1b\\")


def name(text):
    return b"\x1b[>q", b"\x1bP>|%s\x1b\\" % text


def kind(text):
    return b"\x1b[c", b"\x1b[?%sc" % text


KITTY = [KITTY_OK, name(b"kitty(0.35.2)"), CELL, TRUE_COLOUR, kind(b"62;52;")]
GHOSTTY = [KITTY_OK, name(b"ghostty 1.1.3"), CELL, kind(b"62;22;52")]
ITERM2 = [
    name(b"iTerm2 3.5.10"),
    CELL,
    (b"\x1b]1337;Capabilities\x1b\\", b"\x1b]1337;Capabilities=T3LrMSc7UUw9Ts3BFGsSyHNoSxF\x1b\\"),
    kind(b"64;1;2;4;6;17;18;21;22"),
]
WEZTERM = [KITTY_OK, name(b"WezTerm 20240203-110809-5046fc22"), CELL, kind(b"65;4;6;18;22")]
FOOT = [name(b"foot(1.16.2)"), CELL, TRUE_COLOUR, kind(b"62;4;22")]
XTERM = [name(b"XTerm(379)"), (b"\x1b[16t", b"\x1b[6;13;6t"), kind(b"64;1;2;6;9;15;16;17;18;21;22;28")]
VTE = [name(b"VTE(7200)"), TRUE_COLOUR, kind(b"65;1;9")]
VS_CODE = [name(b"xterm.js(5.6.0)"), CELL, kind(b"62;4;9;22")]


class PlayedTerminal:
    """`fds`: what a program has for its terminal; `heard`: what that program wrote."""

    def __init__(self, answers, reads_files=False):
        self.heard = b""
        self._answers, self._reads_files = list(answers), reads_files
        self._master, self._slave = os.openpty()
        tty.setraw(self._master)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    @property
    def fds(self):
        return self._slave, self._slave

    def close(self):
        self._stop.set()
        self._thread.join(10)
        os.close(self._master)
        os.close(self._slave)

    def _listen(self):
        while not self._stop.is_set():
            if select.select([self._master], [], [], 0.02)[0]:
                self.heard += os.read(self._master, 65536)
                self._answer()

    def _answer(self):
        if self._reads_files and FILE_QUESTION.search(self.heard):
            self._reads_files = False
            os.write(self._master, b"\x1b_Gi=32;OK\x1b\\")
        for question, answer in list(self._answers):
            if question in self.heard:
                self._answers.remove((question, answer))
                os.write(self._master, answer)


@contextmanager
def played(answers, **options):
    terminal = PlayedTerminal(answers, **options)
    try:
        yield terminal
    finally:
        terminal.close()
