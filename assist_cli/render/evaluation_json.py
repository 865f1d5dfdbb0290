"""An evaluation as one JSON object, schema `assist.evaluation/1`: complete, so that a model card can be made of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from assist_cli.workflows.evaluate_weights import Evaluated
from scoring.evaluation.calibration import Bin, Calibration
from scoring.evaluation.evaluation import FEWEST_IN_SUBSET, NETWORK
from scoring.evaluation.numbers import Number, SliceNumbers
from scoring.evaluation.opinions import CUT
from scoring.evaluation.slices import OVERALL
from scoring.metrics.bootstrap import DRAWS

SCHEMA = "assist.evaluation/1"
DECIMALS = 4
"""A hundred times finer than any interval here is narrow."""

MEASURES = {
    "srcc": "Spearman's rank correlation of the mean ratings",
    "plcc": "Pearson's linear correlation of the mean ratings",
    "krcc": "Kendall's tau-b of the mean ratings",
    "rmse": "root mean squared error of the mean rating, in points of the scale 1..10",
    "sd_srcc": "Spearman's rank correlation of the standard deviations of the ratings",
    "sd_plcc": "Pearson's linear correlation of the standard deviations of the ratings",
    "emd_r1": "earth mover's distance, r = 1: mean gap between the ten cumulative shares",
    "emd_r2": "earth mover's distance, r = 2: root mean square gap between the ten cumulative shares",
    "accuracy": f"share of photos put on the right side of the cut: good is a mean above {CUT:g} on 1..10",
}


def evaluation_json(made: Evaluated) -> str:
    """The whole report, indented."""
    return json.dumps(evaluation_dict(made), indent=2) + "\n"


def evaluation_dict(made: Evaluated) -> dict[str, Any]:
    """The whole report as JSON-ready values."""
    measured, side = made.evaluation, made.plan.side
    overall = measured.slices[OVERALL]
    name, _, digest = made.weights.partition("@")
    return {
        "schema": SCHEMA,
        "weights": name,
        "weights_digest": digest,
        "device": made.device,
        "dataset": made.plan.request.dataset,
        "split": side.side.value,
        "photos": overall.photos,
        "scenes": overall.scenes if side.scenes_known else None,
        "warning": side.warning or None,
        "opinions": made.plan.photos.how,
        "opinions_counted": measured.voted,
        "intervals": {"share": 0.95, "draws": DRAWS, "resampled": "scenes" if side.scenes_known else "photos"},
        "measures": MEASURES,
        **predictor_json(measured.slices, NETWORK),
        "baselines": {who: predictor_json(measured.slices, who) for who in overall.by_predictor if who != NETWORK},
        "baselines_fitted_on": fitted_on_json(made),
        "calibration": calibration_json(measured.calibration),
        "subsets_too_small": {"under_photos": FEWEST_IN_SUBSET, "names": list(measured.subsets_left_out)},
        "left_out": left_out_json(made),
    }


def predictor_json(slices: Mapping[str, SliceNumbers], who: str) -> dict[str, Any]:
    """One predictor's numbers: `overall`, and in `subsets` each part of the set."""
    told = {name: slice_json(numbers, who) for name, numbers in slices.items()}
    return {"overall": told.pop(OVERALL), "subsets": told}


def slice_json(numbers: SliceNumbers, who: str) -> dict[str, Any]:
    """What a slice is made of, and one predictor's numbers there; null where a number does not exist."""
    return {
        "photos": numbers.photos,
        "scenes": numbers.scenes,
        "larger_class_share": round(numbers.larger_class_share, DECIMALS),
        **{name: number_json(number) for name, number in numbers.by_predictor[who].items()},
    }


def number_json(number: Number | None) -> dict[str, float | None] | None:
    """`{value, low, high}`, or null."""
    if number is None:
        return None
    ends = {"value": number.value, "low": number.low, "high": number.high}
    return {name: None if end is None else round(end, DECIMALS) for name, end in ends.items()}


def calibration_json(told: Calibration) -> dict[str, Any]:
    """Bias, slope and the points of both diagrams."""
    return {
        "bias": number_json(told.bias),
        "slope": number_json(told.slope),
        "mean": [bin_json(one) for one in told.mean],
        "share_rated_6_or_higher": [bin_json(one) for one in told.high_share],
        "share_rated_6_or_higher_overall": bin_json(told.high_share_overall),
        "share_of_photos_above_cut": bin_json(told.above_cut),
    }


def bin_json(one: Bin) -> dict[str, Any]:
    """One point of a diagram."""
    return {"photos": one.photos, "predicted": round(one.predicted, DECIMALS), "observed": number_json(one.observed)}


def fitted_on_json(made: Evaluated) -> dict[str, int] | None:
    """How many photos that are not measured lent their opinions, and how many of those were opened; null: too few."""
    if made.other is None:
        return None
    return {"photos": len(made.other.mean), "of_which_opened": len(made.other.looked_at)}


def left_out_json(made: Evaluated) -> list[dict[str, str]]:
    """Every picture that is missing or unreadable, below the set's folder."""
    folder = made.plan.request.folder
    return [
        {"file": str(photo.path.relative_to(folder)), "kind": photo.kind.value, "message": photo.message}
        for photo in made.unreadable
    ]
