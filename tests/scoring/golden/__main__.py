"""Keeps what the program says now: `python -m tests.scoring.golden`."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from tests.scoring.golden.said import STORED, photos, said_of

with tempfile.TemporaryDirectory() as scratch:
    # As in the tests: nobody's own weights.
    os.environ["ASSIST_WEIGHTS"] = scratch
    said = {photo.name: said_of(photo) for photo in photos(Path(scratch))}
STORED.write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n")
