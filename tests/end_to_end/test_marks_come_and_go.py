"""A person with real editors beside us: their marks are never overwritten, and come back."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.marked_pair import SKIP_REASON, Pair, days_ago, writing
from tests.real_editors.exiftool import exiftool_shows, exiftool_writes
from tests.real_editors.exiv2 import exiv2_shows, exiv2_writes

pytestmark = pytest.mark.skipif(bool(SKIP_REASON), reason=SKIP_REASON)


@pytest.fixture
def pair(tmp_path, catalog):
    return Pair(tmp_path / "shoot", catalog)


@pytest.fixture
def write(assist, pair):
    return writing(assist, pair)


def test_a_pair_is_marked_together_and_undone_on_another_day(assist, pair, write):
    run = days_ago(pair, write(), "2026-02-03")
    assert pair.stars() == [4, 4, 4]
    assert pair.labels() == ["Green"] * 3
    listed = assist("journal").out
    assert run in listed
    assert "3 files" in listed
    assert assist("undo", "--run", run).exit_code == 0
    assert not any(path.exists() for path in pair.sidecars)
    assert "all taken back" in assist("journal").out
    assert "nothing is left to take back" in assist("undo", "--run", run).err


@pytest.mark.parametrize("options", [(), ("--keep-times",)])
def test_permissions_stay_and_times_only_if_asked_for_until_an_undo_brings_them_back(assist, pair, write, options):
    exiftool_writes(pair.raws, "-XMP-dc:Title=Harbour")
    pair.raws.chmod(0o640)
    os.utime(pair.raws, ns=(1_700_000_000_123_456_789, 1_700_000_000_123_456_789))
    before, data = pair.raws.stat(), pair.raws.read_bytes()
    write(*options)
    after = pair.raws.stat()
    assert after.st_mode == before.st_mode
    assert (after.st_mtime_ns == before.st_mtime_ns) is bool(options)
    assert assist("undo", "--last").exit_code == 0
    restored = pair.raws.stat()
    assert (restored.st_mode, restored.st_mtime_ns) == (before.st_mode, before.st_mtime_ns)
    assert pair.raws.read_bytes() == data


def test_a_persons_stars_are_left_alone_until_they_are_read_and_then_go_everywhere(assist, pair, write):
    write()
    exiftool_writes(pair.raws, "-XMP-xmp:Rating=2", "-XMP-dc:Title=Harbour")
    assert write() is None
    assert pair.stars() == [4, 2, 4]
    answer = assist("sidecars", "read", pair.folder)
    assert answer.exit_code == 0
    assert "IMG_1.CR3.xmp" in answer.said
    write()
    assert pair.stars() == [2, 2, 2]
    assert exiftool_shows(pair.raws)["XMP-dc:Title"] == "Harbour"
    assert exiv2_shows(pair.adobes)["Xmp.xmp.Rating"] == "2"
    assert write() is None


def test_stars_that_a_person_took_away_do_not_come_back(assist, pair, write):
    write()
    exiftool_writes(pair.raws, "-XMP-xmp:Rating=")
    exiv2_writes(pair.adobes, "set Xmp.xmp.Rating 0")
    assert write() is None
    assert pair.stars() == [4, None, 0]
    assert assist("sidecars", "read", pair.folder).exit_code == 0
    write()
    assert pair.stars()[0] in (None, 0)
    assert write() is None


def test_editors_that_disagree_are_named_and_settled_by_a_preference(assist, pair, write):
    write()
    exiftool_writes(pair.raws, "-XMP-xmp:Rating=2")
    exiv2_writes(pair.adobes, "set Xmp.xmp.Rating 5")
    answer = assist("sidecars", "read", pair.folder)
    assert "in conflict, left alone: ★★☆☆☆ in IMG_1.CR3.xmp, ★★★★★ in IMG_1.xmp" in answer.said
    assert write() is None
    assert pair.stars() == [4, 2, 5]
    assert "in conflict" in assist("sidecars", "read", pair.folder).said
    assert "in conflict" not in assist("sidecars", "read", pair.folder, "--prefer", "adobe").said
    write()
    assert pair.stars() == [5, 5, 5]


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
def test_dry_run_shows_the_exact_difference(assist, pair, write, tmp_path):
    write("--advice", "stars")
    exiftool_writes(pair.raws, "-XMP-dc:Title=Harbour")
    before = {path: path.read_bytes() for path in pair.sidecars}
    answer = assist("sidecars", "write", pair.folder, "--advice", "labels,keywords", "--format", "jsonl", "--dry-run")
    assert {path: path.read_bytes() for path in pair.sidecars} == before
    patched = {}
    for told in answer.photos:
        work = tmp_path / "work.xmp"
        work.write_bytes(before[Path(told["path"])])
        lines = "\n".join(told["diff"]) + "\n"
        subprocess.run(["patch", "--quiet", work], input=lines, text=True, check=True, capture_output=True)
        patched[Path(told["path"])] = work.read_bytes()
    write("--advice", "labels,keywords")
    assert {path: path.read_bytes() for path in pair.sidecars} == patched
