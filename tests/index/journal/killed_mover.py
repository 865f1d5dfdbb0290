"""Movers that die before every single call which changes the disk, forked from a process that has imported everything.

`python -m tests.index.journal.killed_mover FOLDER DISK ACTION`: DISK is `links`, `other` (another disk) or `none` (no hard links);
ACTION is what is killed: `move`, `link` or `undo`. A line of JSON for each death: what was whole right after it, after the next
command had opened the journal, and after everything was taken back.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from index.journal.carry_out import carry_out
from index.journal.database import Journal, open_journal
from index.journal.move_entries import Deed, PlannedMove
from index.journal.move_photos import move_all
from index.photo.safe_file.file_look import look_of
from tests.index.journal.stars import put_back

CALLS = ("link", "unlink", "rename", "symlink", "mkdir", "rmdir", "write", "fsync")
NAMES = ("a.JPG", "a.NEF", "a.xmp", "b.JPG", "b.JPG.xmp")
OLD_NS = 1_600_000_000_000_000_000
KILLED = 9

Facts = dict[str, tuple[bytes, int]]


def made_shoot(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "here").mkdir(parents=True)
    for name in NAMES:
        path = folder / "here" / name
        path.write_bytes(name.encode() * 1000)
        os.utime(path, ns=(OLD_NS, OLD_NS))


def facts_of(folder: Path) -> Facts:
    """The real files of a folder; links of ours lead to those."""
    paths = sorted(folder.iterdir()) if folder.exists() else []
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths if not path.is_symlink()}


def planned(folder: Path, deed: Deed) -> Iterator[tuple[PlannedMove, ...]]:
    there = folder / "there"
    yield (PlannedMove(Deed.MAKE_FOLDER, there, there, there),)
    for letter in "ab":
        files = [folder / "here" / name for name in NAMES if name.startswith(letter)]
        yield tuple(
            PlannedMove(deed, files[0], file, there / file.name, look_of(file), link=f"../here/{file.name}")
            for file in files
        )


def act(journal: Journal, folder: Path, deed: Deed) -> None:
    move_all(journal, journal.begin("cull --apply"), planned(folder, deed), [].append)


def undo(journal: Journal) -> None:
    run = journal.last_run()
    if run is not None:
        carry_out(journal, run, put_back, "undo", [].append)


def as_disk(disk: str) -> None:
    number = {"links": 0, "other": errno.EXDEV, "none": errno.EPERM}[disk]
    if not number:
        return
    link = os.link

    def refused(source: Any, target: Any, **more: Any) -> None:
        if str(source).endswith(".assist-part") and disk == "other":
            link(source, target, **more)
        else:
            raise OSError(number, os.strerror(number))

    os.link = refused


def dies_before(call: int) -> None:
    """The process dies before the so-manieth call that changes the disk."""
    left = [call]

    def mortal(function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **more: Any) -> Any:
            if not left[0]:
                os._exit(KILLED)
            left[0] -= 1
            return function(*arguments, **more)

        return called

    for name in CALLS:
        setattr(os, name, mortal(getattr(os, name)))


def in_child(job: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        job()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed(folder: Path, journal_file: Path, disk: str, action: str, call: int) -> bool:
    def job() -> None:
        as_disk(disk)
        with open_journal(journal_file) as journal:
            if action == "undo":
                act(journal, folder, Deed.MOVE)
            dies_before(call)
            undo(journal) if action == "undo" else act(journal, folder, Deed(action))

    return in_child(job) == KILLED


def taken_back(journal_file: Path, disk: str) -> None:
    def job() -> None:
        as_disk(disk)
        with open_journal(journal_file) as journal:
            undo(journal)

    if in_child(job):
        raise SystemExit("the undo failed")


def whole(folder: Path, before: Facts) -> list[bool]:
    """Of each photo, whether all its files are at one place, with their bytes and times."""
    places = [facts_of(folder / name) for name in ("here", "there")]
    photos = [{name: facts for name, facts in before.items() if name.startswith(letter)} for letter in "ab"]
    return [any(photo.items() <= place.items() for place in places) for photo in photos]


def main(folder: Path, disk: str, action: str) -> None:
    journal_file, call = folder / "notes" / "catalog.journal.db", 0
    while True:
        made_shoot(folder)
        before = facts_of(folder / "here")
        if not killed(folder, journal_file, disk, action, call):
            return
        at_once = whole(folder, before)
        in_child(lambda: (as_disk(disk), open_journal(journal_file).close())[1])
        settled, doubled = whole(folder, before), facts_of(folder / "here").keys() & facts_of(folder / "there").keys()
        taken_back(journal_file, disk)
        is_before = facts_of(folder / "here") == before and not facts_of(folder / "there")
        left = [path.name for path in (folder / "there").iterdir()] if (folder / "there").exists() else []
        told = {
            "at_once": at_once,
            "settled": settled,
            "doubled": sorted(doubled),
            "is_before": is_before,
            "left": left,
        }
        sys.stdout.write(json.dumps({"call": call, **told}) + "\n")
        call += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
