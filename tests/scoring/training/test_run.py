"""A whole training run on a small drawn data set: the same numbers every time, interrupted or not, where it was told to run."""

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from scoring.engines.onnx_cpu import OnnxRatingEngine
from scoring.engines.torch_cuda.rating import rating_on
from scoring.models.trunks import open_trunk
from scoring.training.datasets.opinions import HOW_FROM_MEANS, HOW_FROM_TEN
from scoring.training.datasets.rated_photos import RatedPhotos
from scoring.training.recipe import RecipeError
from scoring.training.report import Report
from scoring.training.run import spread_in_words, train
from scoring.training.sources import Sources
from tests.scoring.training.drawn_set import write_rated_set, write_recipe
from weights.entry import read_entry

SMALLER = {
    "near_duplicate_cosine = 0.80": "near_duplicate_cosine = 1.0",
    "edge_px = 288": "edge_px = 40",
    "edge_px = 256": "edge_px = 32",
    "edge_px = 384": "edge_px = 48",
    "batch = 16": "batch = 4",
    "epochs = 3": "epochs = 2",
    "annealed_over_epochs = 5": "annealed_over_epochs = 3",
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A data set of 15 photos, the brighter the better liked; a backbone of random parameters; a recipe of two epochs."""
    folder = tmp_path_factory.mktemp("drawn")
    generator = np.random.default_rng(0)
    noise = (generator.integers(0, 40, (32, 32, 3), dtype=np.uint8) for _ in range(15))
    write_rated_set(folder, ((rgb + np.uint8(14 * number), number / 15) for number, rgb in enumerate(noise)))
    torch.manual_seed(0)
    save_file(open_trunk("efficientnet_lite0").state_dict(), folder / "backbone.safetensors")
    save_file(open_trunk("mobilenet_v2").state_dict(), folder / "teacher.safetensors")
    write_recipe(folder / "small.toml", "multi_level_efficientnet_lite0.biq2021", SMALLER)
    return folder


@pytest.fixture(scope="module")
def run(drawn):
    """Runs the small recipe on the CPU into a folder."""

    teacher = {"mobilenet_v2": drawn / "teacher.safetensors"}

    def into(output, line=lambda _line: None, recipe="small.toml"):
        return train(
            drawn / recipe, Sources(drawn, drawn / "backbone.safetensors", teacher, output), Report(line), "cpu"
        )

    return into


@pytest.fixture(scope="module")
def unbroken(run, tmp_path_factory):
    return run(tmp_path_factory.mktemp("unbroken"))


def numbers(trained):
    """Everything that a run makes: the parameters, their ONNX form, and the entry with every measurement."""
    return trained.safetensors.read_bytes(), trained.onnx.read_bytes(), trained.entry.read_text()


def test_two_runs_with_one_seed_make_the_same_files(run, unbroken, tmp_path):
    assert numbers(run(tmp_path)) == numbers(unbroken)


def test_another_seed_makes_other_parameters(run, unbroken, drawn, tmp_path):
    (drawn / "other.toml").write_text((drawn / "small.toml").read_text().replace("seed = 0", "seed = 1"))
    assert run(tmp_path, recipe="other.toml").safetensors.read_bytes() != unbroken.safetensors.read_bytes()


def test_run_killed_after_an_epoch_goes_on_to_the_same_files(run, unbroken, tmp_path):
    class KilledError(Exception):
        pass

    def killed(line):
        if line.startswith("epoch 1:"):
            raise KilledError

    with pytest.raises(KilledError):
        run(tmp_path, killed)
    assert not list(tmp_path.glob("*.safetensors"))
    told = []
    resumed = run(tmp_path, told.append)
    assert [line[:8] for line in told if line.startswith("epoch")] == ["epoch 2:"]
    assert not any("computing" in line for line in told)
    assert numbers(resumed) == numbers(unbroken)


def test_cpu_that_was_asked_for_is_taken_where_cuda_answers(run, monkeypatch, tmp_path):
    monkeypatch.setattr("scoring.training.device.cuda_answers", lambda: True)
    told = []
    run(tmp_path, told.append)
    assert "to train on cpu" in told[0]


def test_recipe_of_an_unknown_data_set_is_refused_before_anything_is_written(run, drawn, tmp_path):
    (drawn / "unheard.toml").write_text((drawn / "small.toml").read_text().replace('"biq2021"', '"unheard"', 1))
    with pytest.raises(RecipeError) as caught:
        run(tmp_path / "runs", recipe="unheard.toml")
    assert "biq2021" in caught.value.hint
    assert not (tmp_path / "runs").exists()


def test_trunk_that_takes_no_panorama_is_refused_before_anything_is_read(drawn, tmp_path):
    text = (drawn / "small.toml").read_text().replace('architecture = "multi_level"', 'architecture = "nima"')
    text = text.replace('backbone = "efficientnet_lite0"\n\n', 'backbone = "alexnet"\n\n')
    (drawn / "narrow.toml").write_text(text.replace('head = "ridge"', 'head = "random"'))
    teachers = {"efficientnet_lite0": drawn / "backbone.safetensors", "mobilenet_v2": drawn / "teacher.safetensors"}
    told = []
    with pytest.raises(RecipeError, match="alexnet takes no pictures as narrow as 32 px"):
        train(drawn / "narrow.toml", Sources(drawn, None, teachers, tmp_path / "runs"), Report(told.append), "cpu")
    assert not told
    assert not (tmp_path / "runs").exists()


ANOTHER = {
    "nima": 'architecture = "nima"\ndropout = 0.75',
    "saf": 'architecture = "saf"\nmaps_per_group = 2',
}
LOSSES = {"nima": "", "saf": '[losses]\nactivation = 0.5\nreconstruction = 1.0\nbalance = "dynamic"\n'}


@pytest.mark.parametrize("architecture", ANOTHER)
def test_published_architectures_train_from_a_recipe_on_any_trunk_and_load_for_scoring(drawn, architecture, tmp_path):
    text = (drawn / "small.toml").read_text().replace('architecture = "multi_level"', ANOTHER[architecture])
    text = text.replace('backbone = "efficientnet_lite0"\n\n', 'backbone = "squeezenet1_1"\n\n').replace(
        'head = "ridge"', 'head = "random"'
    )
    (tmp_path / "recipe.toml").write_text(text + LOSSES[architecture])
    told = []
    teachers = {
        "efficientnet_lite0": drawn / "backbone.safetensors",
        "mobilenet_v2": drawn / "teacher.safetensors",
    }
    made = train(tmp_path / "recipe.toml", Sources(drawn, None, teachers, tmp_path), Report(told.append), "cpu")
    epochs = [line for line in told if line.startswith("epoch")]
    assert len(epochs) == 2
    assert ("reconstruction" in epochs[0]) == (architecture == "saf")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("weights.entry.BUNDLED", tmp_path)
        entry = read_entry(made.entry)
    picture = np.random.default_rng(1).integers(0, 256, (90, 140, 3), dtype=np.uint8)
    on_cpu, on_torch = OnnxRatingEngine(entry).rate(picture), rating_on("cpu", entry).rate(picture)
    np.testing.assert_allclose(on_cpu, on_torch, atol=1e-3)


@pytest.mark.parametrize(
    ("how", "begins"), [(HOW_FROM_MEANS, "a prior, not learned: only means"), (HOW_FROM_TEN, "learned: votes")]
)
def test_entry_tells_whether_the_spread_was_learned(how, begins):
    photos = RatedPhotos((), np.zeros(0), (), np.zeros((0, 10)), how)
    assert spread_in_words(photos).startswith(begins)
