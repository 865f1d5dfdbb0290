"""What will be measured is settled from the labels alone."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from assist_cli.failures import BadRequestError
from assist_cli.workflows.evaluation_plan import (
    MOST_TO_FIT,
    EvaluationPlan,
    EvaluationRequest,
    plan_evaluation,
    trained_on_by,
)
from scoring.evaluation.measured_side import MeasuredSide
from scoring.evaluation.side import Side
from scoring.training.datasets.opinions import HOW_FROM_MEANS
from scoring.training.datasets.rated_photos import RatedPhotos
from weights.registry import DEFAULT_RATING_WEIGHTS, WeightsError


def plan(photos, measured):
    rated = RatedPhotos(
        tuple(Path(f"{row}.jpg") for row in range(photos)),
        np.full(photos, 5.0),
        ("a",) * photos,
        np.full((photos, 10), 0.1),
        HOW_FROM_MEANS,
        left_out=(Path("gone.jpg"),),
    )
    side = MeasuredSide(Side.TEST, np.arange(photos) < measured, np.arange(photos), scenes_known=False, warning="")
    return EvaluationPlan(EvaluationRequest("biq2021", Path(), DEFAULT_RATING_WEIGHTS, None), rated, side)


def test_baselines_are_fitted_on_photos_that_are_not_measured():
    made = plan(40, measured=25)
    assert made.rows.tolist() == list(range(25))
    assert made.rows_to_fit.tolist() == list(range(25, 40))


def test_of_many_other_photos_some_are_opened_and_always_the_same():
    rows = plan(5000, measured=1000).rows_to_fit
    assert len(rows) == len(set(rows)) == MOST_TO_FIT
    assert rows.min() >= 1000
    assert rows.tolist() == plan(5000, measured=1000).rows_to_fit.tolist()


def test_a_handful_of_other_photos_is_not_worth_a_fit():
    assert plan(30, measured=25).rows_to_fit.tolist() == []


def test_missing_pictures_are_unreadable_photos():
    assert [(photo.path.name, photo.kind.value) for photo in plan(3, 3).missing] == [("gone.jpg", "missing")]


def request(dataset="biq2021", folder=None, weights=DEFAULT_RATING_WEIGHTS):
    return EvaluationRequest(dataset, folder or Path(), weights, None)


def test_an_unknown_set_names_the_nearest():
    with pytest.raises(BadRequestError, match="'koniq'") as caught:
        plan_evaluation(request("koniq"))
    assert "koniq10k" in caught.value.hint


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path):
    with pytest.raises(BadRequestError, match="no folder"):
        plan_evaluation(request(folder=tmp_path / "nowhere"))


def test_unknown_weights_name_the_nearest(tmp_path):
    with pytest.raises(WeightsError) as caught:
        plan_evaluation(request(folder=tmp_path, weights=DEFAULT_RATING_WEIGHTS[:-1]))
    assert DEFAULT_RATING_WEIGHTS in caught.value.hint


@pytest.mark.parametrize(
    ("name", "facts", "trained_on"),
    [
        ("nima.mine", {"dataset": "ava"}, "ava"),
        ("multi_level_efficientnet_lite0.biq2021", {}, "biq2021"),
        ("nima_mobilenet_v1.ava_idealo", {}, "ava"),
        ("laion_clip_vit_l_14.v2", {}, None),
        ("nima.avalanche", {}, None),
    ],
)
def test_weights_say_what_they_were_trained_on_in_their_entry_or_their_name(name, facts, trained_on):
    assert trained_on_by(SimpleNamespace(name=name, facts=facts)) == trained_on
