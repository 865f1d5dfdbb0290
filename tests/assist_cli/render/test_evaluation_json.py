"""The JSON report is complete: a model card can be made from it."""

import json

import pytest

from assist_cli.render.evaluation_json import MEASURES, evaluation_json
from scoring.evaluation.numbers import NAMES
from tests.assist_cli.made_evaluation import made_evaluation


def told(**how):
    return json.loads(evaluation_json(made_evaluation(**how)))


def test_it_says_what_was_measured_on_what():
    report = told()
    assert report["schema"] == "assist.evaluation/1"
    assert (report["weights"], report["weights_digest"], report["device"]) == ("nima.drawn", "0123456789ab", "cpu")
    assert (report["dataset"], report["split"]) == ("drawn", "held-out")
    assert (report["photos"], report["scenes"]) == (60, 30)
    assert report["intervals"] == {"share": 0.95, "draws": 1000, "resampled": "scenes"}
    assert report["warning"] is None


def test_every_measure_is_explained():
    assert tuple(MEASURES) == NAMES
    assert told()["measures"] == MEASURES


def test_each_number_has_its_interval_overall_and_in_each_subset():
    report = told(voted=True)
    assert set(report["subsets"]) == {"day", "night"}
    for part in (report["overall"], *report["subsets"].values()):
        for name in NAMES:
            assert part[name]["low"] <= part[name]["value"] <= part[name]["high"]
    assert report["overall"]["photos"] == 60
    assert report["subsets"]["day"]["photos"] == 30


def test_baselines_have_the_same_numbers():
    report = told()
    assert list(report["baselines"]) == ["predict_the_mean", "subset_mean", "file_size", "sharpness_only"]
    for baseline in report["baselines"].values():
        assert baseline["overall"].keys() == report["overall"].keys()
        assert set(baseline["subsets"]) == {"day", "night"}
        assert baseline["overall"]["rmse"]["value"] > report["overall"]["rmse"]["value"]
    assert report["baselines"]["predict_the_mean"]["overall"]["srcc"] is None
    assert report["baselines_fitted_on"] == {"photos": 60, "of_which_opened": 60}


def test_what_cannot_be_measured_is_null():
    assert told(voted=False)["overall"]["sd_srcc"] is None
    report = told(fitted=False)
    assert report["baselines_fitted_on"] is None
    assert report["baselines"]["file_size"]["overall"]["rmse"] is None
    assert report["baselines"]["file_size"]["overall"]["srcc"] is not None


def test_calibration_has_the_points_of_both_diagrams():
    report = told()["calibration"]
    assert len(report["mean"]) == len(report["share_rated_6_or_higher"]) == 10
    assert report["mean"][0].keys() == {"photos", "predicted", "observed"}
    assert report["slope"]["value"] == pytest.approx(1.0, abs=0.1)


def test_pictures_left_out_are_listed_below_the_folder():
    assert told(broken=("7.jpg",))["left_out"] == [{"file": "7.jpg", "kind": "truncated", "message": "it ends early"}]
