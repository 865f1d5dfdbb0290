"""Where the index of look-alikes lies."""

from pathlib import Path

from assist_cli.workflows.vectors_place import vectors_beside


def test_index_lies_beside_its_catalogue():
    assert vectors_beside(Path("/data/cat.db")) == Path("/data/cat.db.vectors")
