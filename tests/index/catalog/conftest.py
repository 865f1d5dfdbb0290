"""A photo with every field set, and an open catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from index.catalog.database import Catalog, open_catalog
from index.catalog.stored import FileStamp, StoredAssessment, StoredEmbedding, StoredGlance, StoredPhoto, StoredRating
from index.photo.record import ExifFacts, PhotoRecord, PixelSource

HALF = np.full(4, 0.5, "<f2")
"""An embedding of L2 norm 1."""


@pytest.fixture(scope="session")
def make_photo() -> Callable[..., StoredPhoto]:
    """Makes a photo at a path; keywords replace fields of its record."""

    def make(path: str | Path, **record_fields: object) -> StoredPhoto:
        path = Path(path)
        raw = path.with_suffix(".NEF")
        exif = ExifFacts(
            "Nikon D750", "50mm f/1.8", datetime(2026, 5, 4, 3, 2, 1, 70, tzinfo=UTC), 400, 1.8, 1 / 3, -0.7, 50.0, 6
        )
        record = PhotoRecord(path, "ab12", (4016, 6016), exif, PixelSource.EMBEDDED_PREVIEW, (raw,))
        return StoredPhoto(
            replace(record, **record_fields),
            (FileStamp(path, 5_000_000, 1_700_000_000_123_456_789), FileStamp(raw, 25_000_000, 1)),
            (
                StoredRating("saf_mobilenet_v2.biq2021@0123456789ab", tuple(i / 45 for i in range(10))),
                StoredRating("nima_vgg16.ava@ba9876543210", (0.1,) * 10),
            ),
            (
                StoredAssessment("noise", 3, 0.1 + 0.2, 1.0, "clean", ("Hardly any grain.",), {"sigma_luma": 1 / 7}),
                StoredAssessment("focus", 1, 0.5, 0.0, "cannot judge", (), {"sharp_region_px": [1, 2, 3, 4]}),
            ),
            StoredGlance(1, bytes(range(6)), 3, bytes([0, 255]), 1),
            (
                StoredEmbedding("lite0@0123456789ab", HALF.tobytes()),
                StoredEmbedding("clip@ba9876543210", HALF.tobytes()),
            ),
        )

    return make


@pytest.fixture
def catalog_path(tmp_path: Path) -> Path:
    return tmp_path / "notes" / "catalog.db"


@pytest.fixture
def catalog(catalog_path: Path) -> Iterator[Catalog]:
    with open_catalog(catalog_path) as opened:
        yield opened
