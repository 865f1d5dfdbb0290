"""A recipe of an embedder says everything, and nothing that cannot be."""

import pytest

from scoring.training.embedder.recipe import read_embedder_recipe
from scoring.training.recipe import RecipeError
from tests.scoring.training.drawn_set import write_recipe


def test_shipped_recipe_is_read():
    plan = read_embedder_recipe("embedder.biq2021")
    assert (plan.kind, plan.projection.dimension) == ("embedder", 128)


@pytest.mark.parametrize(
    ("line", "wrong", "told"),
    [
        ("views = 4", "views = 0", "lessons.views"),
        ("components = 1024", "components = 100", "projection.components"),
        ("dimension = 128", "dimension = 0", "projection.dimension"),
        ("shrinkage = 1.0", "shrinkage = 0.0", "projection.shrinkage"),
        ("seed = 0", "seed = -1", "seed"),
        ('kind = "embedder"', 'kind = "other"', "kind"),
    ],
)
def test_recipe_that_cannot_be_run_is_refused(tmp_path, line, wrong, told):
    with pytest.raises(RecipeError, match=told):
        read_embedder_recipe(write_recipe(tmp_path / "wrong.toml", "embedder.biq2021", {line: wrong}))
