"""The recipe of a ranker of crops."""

import pytest

from scoring.training.crops.recipe import read_crop_recipe
from scoring.training.recipe import RecipeError
from tests.scoring.training.drawn_set import write_recipe


def test_shipped_recipe_reads():
    assert read_crop_recipe("crop_ranker.biq2021").dataset == "biq2021"


@pytest.mark.parametrize(
    ("line", "broken", "told"),
    [
        ('kind = "crop_ranker"', 'kind = "rating"', "kind"),
        ("canvases = 2", "canvases = 0", "canvases"),
        ("hidden = 16", "hidden = 0", "hidden"),
        ("rate = 3e-3", "rate = -1.0", "rate"),
    ],
)
def test_recipe_out_of_bounds_is_refused_by_name(tmp_path, line, broken, told):
    file = tmp_path / "broken.toml"
    write_recipe(file, "crop_ranker.biq2021", {line: broken})
    with pytest.raises(RecipeError, match=told):
        read_crop_recipe(file)
