"""A recipe is found by name or path, and a broken one says what is wrong."""

import pytest

from scoring.training.recipe import RECIPES, RecipeError, read_recipe
from scoring.training.trainers import kind_of


@pytest.mark.parametrize(
    "path", sorted(path for path in RECIPES.glob("*.toml") if kind_of(path) is None), ids=lambda path: path.stem
)
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
        ("epochs = 3", "epoches = 3", "mine.toml: schedule.epoches is not a known key"),
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
        ("epochs = 3", 'epochs = "3"', "schedule.epochs must be a whole number"),
        ("epochs = 3", "epochs = true", "schedule.epochs must be a whole number"),
        ("head_rate = 1e-5", "head_rate = []", "schedule.head_rate must be a number"),
        ("[0.498, 0.498, 0.498]", "[0.498]", "preprocessing.mean must be a list of 3 numbers"),
        ("epochs = 3", "epochs = 0", "schedule.epochs must be at least 1"),
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
        ('name = "multi', f'name = "{"m" * 200}', "name must not be longer than 100 letters"),
        ("seed = 0", "seed = -1", "seed must be in 0..4294967295"),
        ("seed = 0", "seed = 99999999999999999999", "seed must be in 0..4294967295"),
        ("head_rate = 1e-5", "head_rate = nan", "schedule's rates must be above 0"),
        ("head_rate = 1e-5", "head_rate = inf", "schedule's rates must be above 0"),
        ("head_rate = 1e-5", f"head_rate = {10**400}", "schedule.head_rate is too large a number"),
        ("[0.502, 0.502, 0.502]", "[0.502, nan, 0.502]", "preprocessing.sd must be above 0"),
        ("[0.498, 0.498, 0.498]", "[0.498, 0.498, inf]", "preprocessing.mean must be finite"),
        ("[0.485, 0.456, 0.406]", "[0.485, nan, 0.406]", "each of teachers must have a finite mean"),
        ("[0.229, 0.224, 0.225]", "[0.229, nan, 0.225]", "each of teachers must have an sd above 0"),
        ("edge_px = 384", "edge_px = 100000", "each of teachers must have an edge_px of at most 4096"),
        ("multiple_of_px = 8", "multiple_of_px = 512", "preprocessing.multiple_of_px must be at most edge_px"),
        ("long_edge_px = 1152", "long_edge_px = 2000000000", "preprocessing.long_edge_px must be at most 16384"),
    ],
)
def test_recipe_with_a_value_that_cannot_be_used_is_refused_with_what_it_must_be(refusal, old, new, told):
    assert told in refusal(old, new)


def test_recipe_that_is_not_toml_is_refused_with_the_place(refusal):
    assert "mine.toml is not TOML" in refusal("[split]", "[split")
    assert "line" in refusal("[split]", "[split")


def test_norms_are_not_trained_on_pictures_that_leave_one_value(tmp_path):
    text = (RECIPES / "nima_efficientnet_lite0.biq2021.toml").read_text().replace('"frozen"', '"trained"')
    (tmp_path / "mine.toml").write_text(text)
    assert read_recipe(tmp_path / "mine.toml").schedule.batch_norm == "trained"
    (tmp_path / "mine.toml").write_text(text.replace("edge_px = 224", "edge_px = 48"))
    with pytest.raises(RecipeError, match="edge_px must be at least 64 where"):
        read_recipe(tmp_path / "mine.toml")


def test_number_of_thousands_of_digits_is_refused_in_one_line(refusal):
    assert "mine.toml is not TOML" in refusal("seed = 0", f"seed = 1{'0' * 5000}")


def test_whole_number_will_do_where_a_number_is_asked_for(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        (RECIPES / "multi_level_efficientnet_lite0.biq2021.toml")
        .read_text()
        .replace("ridge_penalty = 150", "ridge_penalty = 150.0")
    )
    assert read_recipe(path) == read_recipe("multi_level_efficientnet_lite0.biq2021")
