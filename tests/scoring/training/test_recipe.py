"""A recipe is found by name or path, and a broken one says what is wrong."""

import pytest

from scoring.training.recipe import RECIPES, RecipeError, read_recipe


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.stem)
def test_bundled_recipe_is_called_like_its_file(path):
    assert read_recipe(path.stem).name == path.stem == read_recipe(path).name


def test_unknown_recipe_is_refused_with_the_known_ones_in_the_hint():
    with pytest.raises(RecipeError) as caught:
        read_recipe("nonsense")
    assert "nima_mobilenet_v2.biq2021" in caught.value.hint
    assert caught.value.exit_code == 2


def test_recipe_with_an_unknown_key_is_refused_by_name(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text((RECIPES / "nima_mobilenet_v2.biq2021.toml").read_text().replace("epochs", "epoches"))
    with pytest.raises(RecipeError, match="epoches"):
        read_recipe(path)
