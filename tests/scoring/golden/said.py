"""What the program says of a photo, as plain JSON: the facts, every assessor, the ratings, the score, the embedding.

`said.json` keeps it. Where it is to change, by a change of what is said and never of how fast, renew it and read what differs:
`python -m tests.scoring.golden && git diff tests/scoring/golden/said.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from assist_cli.render.photo_json import photo_json
from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.stored_outcome import from_judgement
from index.photo.record import Asset
from scoring.engines.rating_engine import open_rating_engine
from scoring.face import Face
from scoring.judge import Judge, Judgement
from scoring.ranking.profile import AUTO
from tests.scoring.golden.draw_photos import PHOTOS, draw_large_photo

STORED = Path(__file__).with_name("said.json")
SITTER = Face(
    (0.305, 0.274, 0.686, 0.594),
    0.93,
    ((0.418, 0.399), (0.582, 0.398)),
    (0.501, 0.459),
    ((0.431, 0.506), (0.574, 0.506)),
    (1.0, 1.0),
)
"""Who sits in `sitter.jpg`, as YuNet sees it: the weights for faces are not everywhere."""
NO_CAST = 1e-3
EMBEDDING_NUMBERS = 12
"""Of hundreds: if any were another, these would be too."""


def photos(scratch: Path) -> Iterator[Path]:
    """The kept ones, then the large one, which is drawn into `scratch`."""
    yield from sorted(PHOTOS.iterdir())
    yield draw_large_photo(scratch)


def said_of(photo: Path) -> dict[str, Any]:
    """Judged on the CPU by the weights that ship, nobody looking for faces but in `sitter.jpg`."""
    faces = (lambda _rgb, _smaller: (SITTER,)) if photo.stem == "sitter" else None
    judged = Judge(open_rating_engine("cpu"), faces).judge(Asset(photo))
    assert isinstance(judged, Judgement), judged
    told = photo_json(from_judgement(judged, profile_called(AUTO)))
    assert judged.embedding is not None
    if photo.stem == "blocks":
        del told["assessments"]["noise"]["evidence"][
            "agreeing_patches"
        ]  # of blocks that are alike some lie on its limit
    if (colour := told["assessments"]["colour"]["evidence"])["cast"] < NO_CAST:
        colour["cast_hue_deg"] = None  # what is grey has the hue of a rounding
    glance = [float(cells.mean()) for cells in (judged.glance.grey, judged.glance.sharpness)]
    return {
        **{name: told[name] for name in told if name not in ("schema", "path", "status", "error", "percentile")},
        "embedding": np.round(judged.embedding[:EMBEDDING_NUMBERS].astype(float), 6).tolist(),
        "glance_means": glance,
    }


def stored() -> dict[str, Any]:
    """Photo's name -> what was said of it."""
    kept: dict[str, Any] = json.loads(STORED.read_text())
    return kept
