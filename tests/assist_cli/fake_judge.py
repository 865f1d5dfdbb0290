"""A judge that opens photos as the real one does, but makes its numbers from the fingerprint; optionally slow.

`python -m tests.assist_cli.fake_judge SECONDS ARGUMENT...` runs `assist` with it, for tests that must kill a process.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

import scoring.judge
from assist_cli.workflows import judging_desk
from assist_cli.workflows.rating_weights import embedder_stamp
from index.photo.errors import UnreadablePhoto
from index.photo.read import read_photo
from index.photo.record import Asset
from scoring.assessment import Assessment
from scoring.glance import Glance
from scoring.judge import Judgement
from scoring.rating_distribution import Quality
from scoring.registry import ASSESSORS
from weights.registry import DEFAULT_RATING_WEIGHTS

BUGGY_NAME = "bug.jpg"
"""A photo of this name brings a bug to light."""

RATING_DIST = (0.0, 0.01, 0.03, 0.10, 0.21, 0.28, 0.22, 0.11, 0.03, 0.01)


class FakeJudge:
    """Counts what it judges, and by whom; other weights than the default ones rate the other way round."""

    weights = DEFAULT_RATING_WEIGHTS
    device = "cpu"
    embedder = embedder_stamp()

    def __init__(self, seconds: float = 0.0) -> None:
        self.judged: list[str] = []
        self.assessed: list[str] = []
        self._seconds = seconds

    def judge(
        self, asset: Asset, known: Mapping[str, Assessment] = MappingProxyType({})
    ) -> Judgement | UnreadablePhoto:
        time.sleep(self._seconds)
        if asset.path.name == BUGGY_NAME:
            raise ZeroDivisionError("no pixels")
        photo = read_photo(asset)
        if isinstance(photo, UnreadablePhoto):
            return photo
        record, rgb = photo
        self.judged.append(record.path.name)
        said = opinions(record.asset_id)
        self.assessed += [name for name in said if name not in known]
        rating_dist = RATING_DIST if self.weights == DEFAULT_RATING_WEIGHTS else RATING_DIST[::-1]
        quality, said = Quality(self.weights, rating_dist), MappingProxyType(said | dict(known))
        glance = Glance(rgb[:48, :64, 0], rgb[:8, :12, 1])
        return Judgement(record, quality, said, glance, self._placed(record.asset_id), self.embedder)

    def _placed(self, asset_id: str) -> npt.NDArray[np.float32] | None:
        """Places far apart for different pictures and embedders; none without an embedder."""
        if not self.embedder:
            return None
        seed = [*bytes.fromhex(asset_id), *self.embedder.encode()]
        place = np.random.default_rng(seed).normal(size=64).astype(np.float32)
        return place / np.linalg.norm(place)

    def opened(self, _device: str = "auto", weights: str = DEFAULT_RATING_WEIGHTS, **_options: object) -> FakeJudge:
        """Itself, in the place of `open_judge`."""
        self.weights = weights
        return self


def opinions(asset_id: str) -> dict[str, Assessment]:
    """One opinion an assessor, different for different pictures."""
    digits = bytes.fromhex(asset_id)
    return {
        assessor.name: Assessment(
            digit / 255, 0.9, "as drawn", (f"The {assessor.name} is {digit} of 255.",), {"digit": digit / 3}
        )
        for assessor, digit in zip(ASSESSORS, digits, strict=False)
    }


def main() -> None:
    from assist_cli.main import main as assist

    judge = FakeJudge(float(sys.argv[1]))
    scoring.judge.open_judge = judge.opened
    judging_desk.may_judge_apart = lambda _workers: False
    sys.argv = ["assist", *sys.argv[2:]]
    assist()


if __name__ == "__main__":
    main()
