"""A recipe of an exposure map is read whole, and a broken one says what is wrong."""

import pytest

from scoring.training.exposure.recipe import read_exposure_recipe
from scoring.training.recipe import RECIPES, RecipeError

NAME = "exposure_map.biq2021"


def test_shipped_recipe_is_called_like_its_file():
    assert read_exposure_recipe(NAME).name == NAME == read_exposure_recipe(RECIPES / f"{NAME}.toml").name


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("seed = 0", "", "seed is missing"),
        ("photos = 12", "photos = 0", "schedule.photos must be at least 1"),
        ("multiple_of_px = 16", "multiple_of_px = 8", "multiple of 16"),
        ('fit = "area"', 'fit = "square"', "fit must be area"),
        ("rate = 2e-3", "rate = nan", "rate must be above 0"),
        ("stored_px = 256", "stored_px = 16", "stored_px must be in"),
        ("steps = ", "stops = ", "stops is not a known key"),
    ],
)
def test_broken_recipe_is_refused_in_one_line(tmp_path, old, new, told):
    text = (RECIPES / f"{NAME}.toml").read_text()
    assert old in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(old, new))
    with pytest.raises(RecipeError, match=told) as caught:
        read_exposure_recipe(path)
    assert caught.value.hint
    assert "\n" not in str(caught.value)
