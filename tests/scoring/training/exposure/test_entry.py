"""The entry of an exposure map says what it is, what it reads, and how far it may be trusted."""

import tomllib

from scoring.training.exposure.entry import exposure_entry
from scoring.training.exposure.recipe import read_exposure_recipe

PLAN = read_exposure_recipe("exposure_map.biq2021")
TOLD = tomllib.loads(exposure_entry(PLAN, {"onnx": ("a.onnx", "0" * 64)}, {"camera.fused": {"mae_ev": 0.2}}))


def test_entry_names_its_kind_recipe_and_set():
    assert (TOLD["kind"], TOLD["name"], TOLD["recipe"], TOLD["dataset"]) == (
        "exposure_map",
        PLAN.name,
        PLAN.name,
        PLAN.dataset,
    )


def test_entry_tells_the_terms_of_its_data_and_how_long_it_learned():
    assert TOLD["data"]["statement"] == PLAN.card.data
    assert TOLD["training"] == {"steps": PLAN.schedule.steps, "photos_a_step": PLAN.schedule.photos, "seed": PLAN.seed}


def test_entry_tells_the_input_as_the_recipe_has_it():
    assert TOLD["preprocessing"]["edge_px"] == PLAN.preprocessing.edge_px
    assert TOLD["preprocessing"]["multiple_of_px"] == PLAN.preprocessing.multiple_of_px


def test_results_stand_by_curve_and_method_beside_how_they_were_measured():
    assert TOLD["validation"]["camera"]["fused"] == {"mae_ev": 0.2}
    assert "-3, -2, -1, -0.5, +0, +0.5, +1, +2, +3 EV" in TOLD["validation"]["split"]
