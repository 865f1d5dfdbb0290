"""Whether darktable runs, by its lock."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from assist_cli.workflows.plugin_install.place import Packing
from assist_cli.workflows.plugin_install.running_darktable import LOCK, is_running


def test_lock_of_a_process_that_lives_says_so(place):
    (place.base / LOCK).write_bytes(str(os.getpid()).encode())
    assert is_running(place)


def test_lock_of_a_process_that_is_gone_is_stale(place):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (place.base / LOCK).write_bytes(str(gone.pid).encode())
    assert not is_running(place)


@pytest.mark.parametrize("lock", [b"", b"nonsense", b"-1", b"0", b"9" * 40])
def test_lock_that_names_no_process_is_none(place, lock):
    (place.base / LOCK).write_bytes(lock)
    assert not is_running(place)


def test_no_lock_or_one_of_a_sandbox_says_nothing(place):
    assert not is_running(place)
    (place.base / LOCK).write_bytes(str(os.getpid()).encode())
    assert not is_running(replace(place, packing=Packing.FLATPAK))
