"""Several processes and one catalogue: a killed writer, a reader beside a writer, many at once."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from index.catalog.database import open_catalog

REPOSITORY = Path(__file__).parents[3]

WRITER = """
import sys
from pathlib import Path
from index.catalog.database import open_catalog
from index.catalog.stored import StoredAssessment, StoredPhoto
from index.photo.record import PhotoRecord

name, batches = sys.argv[2], int(sys.argv[3])
opinion = StoredAssessment("focus", 1, 0.5, 1.0, "sharp", ("Sharp.",), {"tiles": [0.5] * 40})
with open_catalog(Path(sys.argv[1])) as catalog:
    for batch in range(batches):
        paths = [Path(f"/{name}/{batch:06d}/{number}.jpg") for number in range(20)]
        catalog.store([StoredPhoto(PhotoRecord(path, "id", (3, 2)), assessments=(opinion,)) for path in paths])
        print(batch, flush=True)
"""


def start_writer(catalog_path: Path, name: str, batches: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(catalog_path), name, str(batches)]
    return subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)


def test_killed_run_leaves_a_sound_database_with_all_that_was_finished(catalog_path):
    with start_writer(catalog_path, "shoot", 1_000_000) as writer:
        finished = [int(writer.stdout.readline()) for _ in range(30)][-1]
        writer.send_signal(signal.SIGKILL)
    assert writer.returncode == -signal.SIGKILL

    raw = sqlite3.connect(catalog_path)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()
    with open_catalog(catalog_path) as catalog:
        known = [photo.record.path for photo in catalog.photos_under([Path("/shoot")])]
    expected = {Path(f"/shoot/{batch:06d}/{number}.jpg") for batch in range(finished + 1) for number in range(20)}
    assert expected <= set(known)
    assert len(known) % 20 == 0, "a batch is there as a whole or not at all"


def test_reader_sees_whole_batches_while_another_process_writes(catalog_path):
    counts = []
    with start_writer(catalog_path, "shoot", 60) as writer:
        writer.stdout.readline()
        with open_catalog(catalog_path) as reader:
            while writer.poll() is None:
                counts.append(reader.count())
            counts.append(reader.count())
    assert writer.returncode == 0
    assert all(count % 20 == 0 for count in counts)
    assert counts == sorted(counts)
    assert counts[-1] == 1_200


def test_runs_that_open_a_new_catalogue_together_all_finish(catalog_path):
    writers = [start_writer(catalog_path, f"run{number}", 5) for number in range(4)]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0, 0]
    with open_catalog(catalog_path) as catalog:
        assert catalog.count() == 4 * 5 * 20
