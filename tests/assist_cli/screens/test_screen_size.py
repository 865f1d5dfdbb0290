"""The terminal says how large it is, and nobody else."""

import os
import shutil

from assist_cli.screens.screen_size import follow_the_terminal, screen_size


def test_what_a_shell_has_exported_counts_no_more(monkeypatch):
    monkeypatch.setenv("COLUMNS", "311")
    monkeypatch.setenv("LINES", "97")
    follow_the_terminal()
    assert shutil.get_terminal_size() != (311, 97)


def test_without_a_terminal_nothing_has_a_size(monkeypatch):
    def no_terminal():
        raise OSError("Inappropriate ioctl for device")

    monkeypatch.setattr(os, "get_terminal_size", no_terminal)
    assert screen_size() == (0, 0)
