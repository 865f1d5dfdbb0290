"""The entry of a saliency network says what it is, what it reads, and how far it may be trusted."""

import tomllib

from scoring.training.saliency.entry import saliency_entry
from scoring.training.saliency.recipe import read_saliency_recipe

PLAN = read_saliency_recipe("saliency.biq2021")
TOLD = tomllib.loads(saliency_entry(PLAN, {"onnx": ("a.onnx", "0" * 64)}, {"focus": {"auc": 0.9}}))


def test_entry_names_its_kind_recipe_and_set():
    named = (TOLD["kind"], TOLD["name"], TOLD["recipe"], TOLD["dataset"])
    assert named == ("saliency", PLAN.name, PLAN.name, PLAN.dataset)


def test_entry_tells_the_terms_of_its_data_and_how_it_was_measured():
    assert TOLD["data"]["statement"] == PLAN.card.data
    assert TOLD["training"] == {"steps": PLAN.schedule.steps, "photos_a_step": PLAN.schedule.photos, "seed": PLAN.seed}
    assert TOLD["validation"]["focus"] == {"auc": 0.9}
    assert "held out" in TOLD["validation"]["split"]
