"""A home with a darktable in it, and a program that answers as `assist` does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from assist_cli.workflows.plugin_install.place import Editor, Packing, Place


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "home of Ada"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return folder


@pytest.fixture
def place(home) -> Place:
    base = home / ".config" / "darktable"
    base.mkdir(parents=True)
    return Place(Editor.DARKTABLE, Packing.NATIVE, base, base)


@pytest.fixture
def modules(home) -> Place:
    base = home / "Modules"
    return Place(Editor.LIGHTROOM, Packing.NATIVE, base, home)


@pytest.fixture
def program(home) -> Path:
    path = home / "my assist"
    path.write_text('#!/bin/sh\necho "assist 9.9.9"\n')
    path.chmod(0o755)
    return path
