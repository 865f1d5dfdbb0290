"""The recipe of a reader of tilts."""

import pytest

from scoring.training.recipe import RecipeError
from scoring.training.tilts.recipe import read_tilt_recipe
from tests.scoring.training.drawn_set import write_recipe


def test_shipped_recipe_reads():
    assert read_tilt_recipe("tilt_reader.biq2021").dataset == "biq2021"


@pytest.mark.parametrize(
    ("line", "broken", "told"),
    [
        ('kind = "tilt_reader"', 'kind = "rating"', "kind"),
        ("copies = 11", "copies = 0", "copies"),
        ("hidden = 16", "hidden = 0", "hidden"),
        ("trust = 0.4", "trust = 0.0", "trust"),
    ],
)
def test_recipe_out_of_bounds_is_refused_by_name(tmp_path, line, broken, told):
    file = tmp_path / "broken.toml"
    write_recipe(file, "tilt_reader.biq2021", {line: broken})
    with pytest.raises(RecipeError, match=told):
        read_tilt_recipe(file)
