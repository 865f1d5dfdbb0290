"""Whether darktable runs, by its lock."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from assist_cli.workflows.plugin_install.place import Packing
from assist_cli.workflows.plugin_install.running_darktable import LOCK, is_running


@pytest.fixture
def darktable(tmp_path):
    """A process of that name."""
    program = tmp_path / "darktable"
    shutil.copy(shutil.which("sleep"), program)
    with subprocess.Popen([program, "60"]) as running:
        yield running
        running.kill()


def test_lock_of_a_darktable_that_lives_says_so(place, darktable):
    (place.base / LOCK).write_bytes(str(darktable.pid).encode())
    assert is_running(place)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not tell the name of a process")
def test_lock_whose_number_is_another_programs_by_now_is_stale(place):
    (place.base / LOCK).write_bytes(str(os.getpid()).encode())
    assert not is_running(place)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not tell of ended processes")
def test_killed_darktable_of_which_nobody_took_note_yet_is_not_running(place, darktable):
    (place.base / LOCK).write_bytes(str(darktable.pid).encode())
    darktable.kill()
    os.waitid(os.P_PID, darktable.pid, os.WEXITED | os.WNOWAIT)
    assert not is_running(place)


def test_lock_of_a_process_that_is_gone_is_stale(place):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (place.base / LOCK).write_bytes(str(gone.pid).encode())
    assert not is_running(place)


@pytest.mark.parametrize("lock", [b"", b"nonsense", b"-1", b"0", b"9" * 40])
def test_lock_that_names_no_process_is_none(place, lock):
    (place.base / LOCK).write_bytes(lock)
    assert not is_running(place)


def test_no_lock_or_one_of_a_sandbox_says_nothing(place, darktable):
    assert not is_running(place)
    (place.base / LOCK).write_bytes(str(darktable.pid).encode())
    assert not is_running(replace(place, packing=Packing.FLATPAK))
