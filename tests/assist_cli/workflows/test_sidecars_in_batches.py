"""Writing beside many photos costs as much as they are, in time and in memory."""

from __future__ import annotations

import os

import pytest

from assist_cli.workflows import write_sidecars
from assist_cli.workflows.read_sidecars import ReadRequest, read_shoot
from assist_cli.workflows.sidecar_status import sidecar_status
from index.journal.write_files import FILES_AT_ONCE
from index.photo.marks import Marks
from index.photo.sidecar_place import Place, Style
from tests.assist_cli.workflows.made_desk import Desk
from tests.assist_cli.workflows.made_sidecars import photo

STARS = Marks(rating=4)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def named_one_by_one(desk):
    """Photos in folders of their own, with sidecars that are links."""
    files = []
    for number in range(12):
        folder = desk.folder / f"{number:02d}"
        folder.mkdir()
        files += [photo(folder / f"IMG_{number:02d}.CR3"), photo(folder / f"IMG_{number:02d}b.CR3")]
        desk.darktable(f"{number:02d}/mine.xmp", rating=2)
        for file in files[-2:]:
            file.with_name(f"{file.name}.xmp").symlink_to("mine.xmp")
    for file in files:
        desk.score(file)
    return files


@pytest.fixture
def looked_up(monkeypatch):
    """How often each path was resolved."""
    counts: dict[str, int] = {}
    really = os.path.realpath

    def counting(path, **options):
        counts[os.fspath(path)] = counts.get(os.fspath(path), 0) + 1
        return really(path, **options)

    monkeypatch.setattr(os.path, "realpath", counting)
    return counts


def of_folders(looked_up, files):
    return max(looked_up.get(os.fspath(file.parent), 0) for file in files)


@pytest.mark.parametrize("act", ["plan", "read", "status"])
def test_folders_of_photos_named_one_by_one_are_resolved_a_few_times_at_most(desk, named_one_by_one, looked_up, act):
    if act == "plan":
        desk.plan(STARS, paths=named_one_by_one)
    elif act == "read":
        read_shoot(ReadRequest(named_one_by_one, desk.catalog, None, dry_run=True), lambda _done: None)
    else:
        list(sidecar_status(named_one_by_one))
    assert of_folders(looked_up, named_one_by_one) <= 3, (
        "once for all, for its own links, and as the folder that is read"
    )


def test_status_of_whole_folders_and_single_photos_differs_still(desk):
    desk.photo("IMG.CR3")
    orphan = desk.folder / "GONE.CR3.xmp"
    orphan.touch()
    (whole,) = sidecar_status([desk.folder])
    (single,) = sidecar_status([desk.folder / "IMG.CR3"])
    assert (whole.orphans, single.orphans) == ((orphan,), ())


@pytest.fixture
def many(desk):
    """A folder with more photos than are written at once."""
    names = [f"IMG_{number:03d}.CR3" for number in range(FILES_AT_ONCE + 10)]
    for name in names:
        desk.photo(name)
    return names


def test_photos_of_one_folder_are_planned_and_written_a_few_at_a_time(desk, many, monkeypatch):
    batches, really_write = [], write_sidecars.write_all

    def counting(journal, run, planned, on_result):
        batches.append(len(planned))
        really_write(journal, run, planned, on_result)

    monkeypatch.setattr(write_sidecars, "write_all", counting)
    written = desk.write(STARS, Style.DARKTABLE)
    assert batches == [FILES_AT_ONCE, 10]
    assert not written.has_trouble
    assert all(desk.marks(f"{name}.xmp", Place.DARKTABLE) == STARS for name in many)


def test_plan_keeps_differences_and_no_files(desk, many):
    desk.darktable(f"{many[0]}.xmp", labels=("Red",))
    told = []
    planned = write_sidecars.plan_shoot(
        desk.request(Style.DARKTABLE), desk.shoot(STARS), told.append, lambda sidecar: [str(len(sidecar.edited.data))]
    )
    assert told == [FILES_AT_ONCE, len(many)]
    sidecars = [sidecar for one in planned.photos for sidecar in one.sidecars]
    assert {sidecar.edited.data for sidecar in sidecars} == {b""}
    assert {sidecar.place.now.data for sidecar in sidecars if sidecar.place.now} == {b""}
    assert planned.diffs.keys() == {sidecar.path for sidecar in sidecars}
    assert all(int(size) > 0 for (size,) in planned.diffs.values())
