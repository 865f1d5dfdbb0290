"""An evaluation as a run leaves it, from numbers drawn here: no picture is opened, no network asked."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from assist_cli.workflows.evaluate_weights import Evaluated
from assist_cli.workflows.evaluation_plan import EvaluationPlan, EvaluationRequest
from index.photo.errors import FailureKind, UnreadablePhoto
from scoring.evaluation.baselines import Looks, OtherSide
from scoring.evaluation.evaluation import evaluate
from scoring.evaluation.measured_side import MeasuredSide
from scoring.evaluation.opinions import opinions_of, usual_distributions
from scoring.evaluation.side import Side
from scoring.training.datasets.opinions import HOW_FROM_MEANS, HOW_FROM_TEN
from scoring.training.datasets.rated_photos import RatedPhotos

FOLDER = Path("sets") / "drawn"


def made_evaluation(
    photos: int = 60, *, voted: bool = False, fitted: bool = True, warning: str = "", broken: tuple[str, ...] = ()
) -> Evaluated:
    """Half the photos by day, half by night, in scenes of two; predictions a little off."""
    generator = np.random.default_rng(0)
    mean = np.linspace(2.0, 9.0, photos)
    rated = RatedPhotos(
        paths=tuple(FOLDER / f"{row}.jpg" for row in range(photos)),
        mos=mean,
        subset=tuple("day" if row % 2 else "night" for row in range(photos)),
        distribution=usual_distributions(mean),
        how=HOW_FROM_TEN if voted else HOW_FROM_MEANS,
    )
    scene = np.arange(photos) // 2
    side = MeasuredSide(Side.HELD_OUT, np.ones(photos, bool), scene, scenes_known=True, warning=warning)
    looks = Looks(generator.uniform(1e5, 9e5, photos), generator.uniform(0.0, 1.0, photos))
    other = OtherSide(mean, rated.subset, np.arange(photos), looks) if fitted else None
    predicted = usual_distributions(np.clip(mean + generator.normal(0.0, 0.5, photos), 1.0, 10.0))
    return Evaluated(
        EvaluationPlan(EvaluationRequest("drawn", FOLDER, "nima.drawn", None), rated, side),
        "nima.drawn@0123456789ab",
        "cpu",
        evaluate(opinions_of(rated, scene), rated.subset, predicted, looks, other),
        other,
        tuple(UnreadablePhoto(FOLDER / name, FailureKind.TRUNCATED, "it ends early") for name in broken),
    )
