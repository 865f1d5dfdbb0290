"""A recipe of a saliency network is read whole, and a broken one says what is wrong."""

import pytest

from scoring.training.recipe import RECIPES, RecipeError
from scoring.training.saliency.recipe import read_saliency_recipe

NAME = "saliency.biq2021"


def test_shipped_recipe_is_called_like_its_file():
    assert read_saliency_recipe(NAME).name == NAME == read_saliency_recipe(RECIPES / f"{NAME}.toml").name


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("seed = 0", "", "seed is missing"),
        ("photos = 16", "photos = 1", "schedule.photos must be at least 2"),
        ("multiple_of_px = 16", "multiple_of_px = 8", "multiple of 16"),
        ('fit = "area"', 'fit = "square"', "fit must be area"),
        ("trunk_rate = 2e-4", "trunk_rate = nan", "trunk_rate must be above 0"),
        ("composite_share = 0.35", "composite_share = 0.99", "together at most 1"),
        ("steps = ", "stops = ", "stops is not a known key"),
    ],
)
def test_broken_recipe_is_refused_in_one_line(tmp_path, old, new, told):
    text = (RECIPES / f"{NAME}.toml").read_text()
    assert old in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(old, new))
    with pytest.raises(RecipeError, match=told) as caught:
        read_saliency_recipe(path)
    assert caught.value.hint
    assert "\n" not in str(caught.value)
