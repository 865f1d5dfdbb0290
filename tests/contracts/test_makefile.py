"""`make score PHOTOS=...` hands over the folder that was meant."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


@pytest.fixture
def scored_by_make(tmp_path):
    """What `assist` is given by `make score PHOTOS=...`, in a virtual environment whose `assist` only says so."""
    commands = tmp_path / "venv" / "bin"
    commands.mkdir(parents=True)
    (commands / "assist").write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
    (commands / "assist").chmod(0o755)
    (tmp_path / "venv" / ".installed").touch()
    # Installed after whatever was changed last.
    later = (ROOT / "pyproject.toml").stat().st_mtime + 1
    os.utime(tmp_path / "venv" / ".installed", (later, later))

    # Not the flags of the make that may be running these tests.
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name and name != "MFLAGS"}
    make = ["make", "--no-print-directory", "-C", str(ROOT), "score", f"VENV={tmp_path / 'venv'}"]

    def scored(photos):
        surroundings = {**environment, "HOME": "/home/ansel"}
        done = subprocess.run([*make, f"PHOTOS={photos}"], env=surroundings, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    return scored


@pytest.mark.parametrize(
    ("photos", "meant"),
    [
        ("~/Pictures", "/home/ansel/Pictures"),
        ("~", "/home/ansel"),
        ("~/Two  words/~/x", "/home/ansel/Two  words/~/x"),
        ("~ansel/Pictures", "~ansel/Pictures"),
        ("/media/card", "/media/card"),
        ('it\'s "raw"', 'it\'s "raw"'),
    ],
)
def test_home_is_spelled_out_where_the_shell_did_not_and_the_rest_is_left_alone(scored_by_make, photos, meant):
    assert scored_by_make(photos) == ["score", meant]
