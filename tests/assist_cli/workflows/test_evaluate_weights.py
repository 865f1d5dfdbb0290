"""Photos are looked at, the unreadable left out, and what is not measured lends its opinions to the baselines."""

import numpy as np
import pytest
from PIL import Image

from assist_cli.workflows import evaluate_weights as room
from assist_cli.workflows.evaluate_weights import Watch, evaluate_weights
from assist_cli.workflows.evaluation_plan import EvaluationPlan, EvaluationRequest
from assist_cli.workflows.progress import Progress
from scoring.evaluation.measured_side import MeasuredSide
from scoring.evaluation.opinions import usual_distributions
from scoring.evaluation.side import Side
from scoring.training.datasets.opinions import HOW_FROM_MEANS
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from weights.registry import DEFAULT_RATING_WEIGHTS

PHOTOS, MEASURED = 60, 40


class BrightnessEngine:
    """Rates a picture by its brightness, 1 for black to 10 for white."""

    weights, device = "bright@0123", "cpu"

    def rate(self, rgb):
        return usual_distributions(np.array([1.0 + 9.0 * rgb.mean() / 255.0]))[0].astype(np.float32)


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    monkeypatch.setattr(room, "open_rating_engine", lambda _device, _name: BrightnessEngine())


@pytest.fixture
def plan(tmp_path):
    """Grey pictures, each as bright as people like it; the last third is not measured."""
    brightness = np.random.default_rng(0).permutation(np.linspace(40, 220, PHOTOS)).astype(np.uint8)
    paths = tuple(tmp_path / f"{row}.png" for row in range(PHOTOS))
    for path, grey in zip(paths, brightness, strict=True):
        Image.fromarray(np.full((40, 60, 3), grey, np.uint8)).save(path)
    mos = 1.0 + 9.0 * brightness / 255.0
    subset = tuple("odd" if row % 2 else "even" for row in range(PHOTOS))
    photos = RatedPhotos(paths, mos, subset, usual_distributions(mos), HOW_FROM_MEANS)
    side = MeasuredSide(
        Side.HELD_OUT, np.arange(PHOTOS) < MEASURED, np.arange(PHOTOS) // 2, scenes_known=True, warning=""
    )
    return EvaluationPlan(EvaluationRequest("drawn", tmp_path, DEFAULT_RATING_WEIGHTS, None), photos, side)


@pytest.fixture
def watch():
    return Watch(Progress(), lambda _progress: None)


def test_a_network_that_sees_what_people_like_agrees_with_them(plan, watch):
    made = evaluate_weights(plan, "cpu", watch)
    overall = made.evaluation.slices["overall"]
    assert (overall.photos, overall.scenes) == (MEASURED, MEASURED // 2)
    assert overall.by_predictor["network"]["srcc"].value == pytest.approx(1.0)
    assert overall.by_predictor["network"]["rmse"].value < 0.01
    assert made.weights == "bright@0123"


def test_baselines_see_the_photos_that_are_not_measured(plan, watch):
    made = evaluate_weights(plan, "cpu", watch)
    assert made.other.mean.tolist() == plan.photos.mos[MEASURED:].tolist()
    assert made.other.looked_at.tolist() == list(range(PHOTOS - MEASURED))
    assert (watch.progress.scored, watch.progress.total) == (PHOTOS, PHOTOS)


def test_broken_pictures_are_left_out_on_both_sides(plan, watch):
    for row in (3, 50):
        plan.photos.paths[row].write_bytes(b"no picture at all")
    made = evaluate_weights(plan, "cpu", watch)
    assert made.evaluation.slices["overall"].photos == MEASURED - 1
    assert len(made.other.looked_at) == PHOTOS - MEASURED - 1
    assert made.other.mean[made.other.looked_at].tolist() == np.delete(plan.photos.mos[MEASURED:], 10).tolist()
    assert [photo.path.name for photo in made.unreadable] == ["3.png", "50.png"]
    assert made.evaluation.opinion.tolist() == pytest.approx(np.delete(plan.photos.mos[:MEASURED], 3).tolist())


def test_too_many_broken_pictures_end_the_run_before_the_rest_is_opened(plan, watch):
    for row in (0, 1, 2):
        plan.photos.paths[row].write_bytes(b"no picture at all")
    with pytest.raises(DatasetError, match=r"3 of 40 pictures are missing or unreadable, 0\.png first"):
        evaluate_weights(plan, "cpu", watch)
    assert [photo.path.name for photo in watch.unreadable] == ["0.png", "1.png", "2.png"]
    assert watch.progress.done == 3


def test_the_result_does_not_depend_on_the_number_of_threads(plan, watch, monkeypatch):
    monkeypatch.setattr(room, "default_workers", lambda: 1)
    alone = evaluate_weights(plan, "cpu", watch).evaluation
    monkeypatch.setattr(room, "default_workers", lambda: 4)
    together = evaluate_weights(plan, "cpu", Watch(Progress(), lambda _progress: None)).evaluation
    assert alone.slices == together.slices
