"""A recipe is found by name or path, and a broken one says what is wrong."""

import pytest

from scoring.training.recipe import RECIPES, RecipeError, read_recipe


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.stem)
def test_bundled_recipe_is_called_like_its_file(path):
    assert read_recipe(path.stem).name == path.stem == read_recipe(path).name


def test_unknown_recipe_is_refused_with_the_known_ones_in_the_hint():
    with pytest.raises(RecipeError) as caught:
        read_recipe("nonsense")
    assert "multi_level_efficientnet_lite0.biq2021" in caught.value.hint
    assert caught.value.exit_code == 2


@pytest.fixture
def refusal(tmp_path):
    """What is said of the shipped recipe with one piece of text replaced."""

    def said_of(old, new):
        text = (RECIPES / "multi_level_efficientnet_lite0.biq2021.toml").read_text()
        assert old in text
        path = tmp_path / "mine.toml"
        path.write_text(text.replace(old, new))
        with pytest.raises(RecipeError) as caught:
            read_recipe(path)
        assert caught.value.hint
        assert "\n" not in str(caught.value)
        return str(caught.value)

    return said_of


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("epochs = 4", "epoches = 4", "mine.toml: schedule.epoches is not a known key"),
        ("seed = 0", "seed = 0\nsead = 1", "mine.toml: sead is not a known key"),
        ("ridge_penalty = 150", "penalty = 150", "mine.toml: start.penalty is not a known key"),
        ("seed = 0\n", "", "mine.toml: seed is missing"),
        ("batch = 16\n", "", "mine.toml: schedule.batch is missing"),
        ("[start]", "[[start]]", "mine.toml: start must be a table"),
    ],
)
def test_recipe_with_a_key_too_many_or_too_few_is_refused_by_its_name(refusal, old, new, told):
    assert refusal(old, new) == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("epochs = 4", 'epochs = "4"', "schedule.epochs must be a whole number"),
        ("epochs = 4", "epochs = true", "schedule.epochs must be a whole number"),
        ("head_rate = 1e-5", "head_rate = []", "schedule.head_rate must be a number"),
        ("[0.498, 0.498, 0.498]", "[0.498]", "preprocessing.mean must be a list of 3 numbers"),
        ("epochs = 4", "epochs = 0", "schedule.epochs must be at least 1"),
        ('fit = "area"', 'fit = "stretch"', "preprocessing.fit must be area, short_edge or square"),
        ('"multi_level"', '"transformer"', "network.architecture must be"),
        ('"multi_level"', '"nima"', "start.head can be ridge only for multi_level"),
        (
            'architecture = "multi_level"\nbackbone = "efficientnet_lite0"',
            'architecture = "multi_level"\nbackbone = "vgg16"',
            "one of ours",
        ),
        ('backbone = "mobilenet_v2"', 'backbone = "vgg16"', "each of teachers must have a backbone of"),
        ("edge_px = 384", "edge_px = 16", "each of teachers must have an edge_px"),
        ("share = 0.6\nfolds", "share = 1.6\nfolds", "teaching.share must be in 0..1"),
        ("average_decay = 0.997", "average_decay = nan", "schedule.average_decay must be at least 0 and below 1"),
        ('name = "multi', 'name = "../multi', "name must be letters"),
    ],
)
def test_recipe_with_a_value_that_cannot_be_used_is_refused_with_what_it_must_be(refusal, old, new, told):
    assert told in refusal(old, new)


def test_recipe_that_is_not_toml_is_refused_with_the_place(refusal):
    assert "mine.toml is not TOML" in refusal("[split]", "[split")
    assert "line" in refusal("[split]", "[split")


def test_whole_number_will_do_where_a_number_is_asked_for(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        (RECIPES / "multi_level_efficientnet_lite0.biq2021.toml")
        .read_text()
        .replace("ridge_penalty = 150", "ridge_penalty = 150.0")
    )
    assert read_recipe(path) == read_recipe("multi_level_efficientnet_lite0.biq2021")
