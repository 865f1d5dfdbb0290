"""What a killed run left beside sidecars goes away, and nothing else."""

from __future__ import annotations

import fcntl

import pytest

from index.photo.safe_file.errors import FileRefusedError
from index.photo.safe_file.part_file import part_name
from index.photo.safe_file.stale_parts import stale_parts, take_away_part_of, take_away_parts


def test_parts_of_dead_runs_go_and_all_else_stays(folder, names):
    for name in ("a.xmp", ".hidden", "b.assist-part", ".c.part"):
        (folder / name).write_bytes(b"theirs")
    for name in ("a.xmp", "x" * 255):
        (folder / part_name(name)).write_bytes(b"half")
    assert len(stale_parts(folder)) == 2
    take_away_parts(folder)
    assert names() == [".c.part", ".hidden", "a.xmp", "b.assist-part"]


def test_part_of_one_sidecar_goes_alone(folder, names):
    for name in ("a.xmp", "b.xmp"):
        (folder / part_name(name)).touch()
    assert take_away_part_of(folder / "a.xmp")
    assert not take_away_part_of(folder / "a.xmp")
    assert names() == [part_name("b.xmp")]


def test_part_that_a_living_run_writes_stays(folder, names):
    (folder / part_name("b.xmp")).touch()
    with (folder / part_name("a.xmp")).open("wb") as living:
        fcntl.flock(living, fcntl.LOCK_EX)
        take_away_parts(folder)
        assert names() == [part_name("a.xmp")]


def test_part_that_may_not_be_taken_away_hinders_nobody(folder, caplog):
    (folder / part_name("a.xmp")).mkdir()
    with caplog.at_level("DEBUG"):
        assert not take_away_part_of(folder / "a.xmp")
    assert "the part file stays" in caplog.text


def test_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileRefusedError):
        take_away_parts(tmp_path / "unmounted")
