"""What teachers expect of photos that they were not taught."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from scoring.models.trunks import open_trunk
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.rating_prior import usual_distribution
from scoring.training.recipe import RecipeError, read_recipe
from scoring.training.recipe_tables import Teacher, Teaching
from scoring.training.report import Report
from scoring.training.teachers import School, expected_opinions, taught, teachers_files

TEACHER = Teacher("mobilenet_v2", 32, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))
SCENES = np.arange(40)


def plan_with(share=0.5, teachers=(TEACHER,)):
    from dataclasses import replace

    plan = read_recipe("multi_level_efficientnet_lite0.biq2021")
    return replace(plan, teachers=teachers, teaching=Teaching(share=share))


def line_of_opinions():
    """40 photos on a line: their looks tell their opinion."""
    looks = torch.linspace(-1.0, 1.0, 40, dtype=torch.float64)
    return torch.outer(looks, looks) * 100.0, 5.5 + 3.0 * looks.numpy()


def test_looks_tell_the_opinion_of_a_photo_never_seen():
    kernel, opinions = line_of_opinions()
    expected = expected_opinions(kernel, opinions, SCENES, Teaching(ridge_penalty=0.1))
    np.testing.assert_allclose(expected, opinions, atol=0.3)


def test_own_label_never_reaches_the_expectation():
    kernel, opinions = line_of_opinions()
    changed = opinions.copy()
    changed[7] = 1.0
    teaching = Teaching(ridge_penalty=0.1)
    before, after = (expected_opinions(kernel, given, SCENES, teaching)[7] for given in (opinions, changed))
    assert before == pytest.approx(after)


def test_label_of_the_same_scene_never_reaches_the_expectation_either():
    kernel, opinions = line_of_opinions()
    scenes = SCENES.copy()
    scenes[8] = scenes[7]
    changed = opinions.copy()
    changed[8] = 1.0
    teaching = Teaching(ridge_penalty=0.1)
    before, after = (expected_opinions(kernel, given, scenes, teaching)[7] for given in (opinions, changed))
    assert before == pytest.approx(after)


@pytest.fixture
def school(tmp_path):
    """40 pictures, the brighter the better liked."""
    mos = np.linspace(2.0, 9.0, 40)
    paths = tuple(tmp_path / f"{number}.png" for number in range(40))
    for number, path in enumerate(paths):
        Image.new("RGB", (32, 32), (6 * number,) * 3).save(path)
    distribution = np.stack([usual_distribution(float(mean)) for mean in mos])
    photos = RatedPhotos(paths, mos, ("a",) * 40, distribution, "drawn")
    return School(photos, SCENES, "cpu", tmp_path, Report(lambda _line: None))


@pytest.fixture
def trunk_file(tmp_path):
    torch.manual_seed(0)
    torch.save(open_trunk("mobilenet_v2").state_dict(), tmp_path / "mobilenet_v2.pth")
    return {"mobilenet_v2": tmp_path / "mobilenet_v2.pth"}


def test_mean_moves_towards_the_teachers_by_the_share_and_the_spread_stays(school, trunk_file):
    buckets = np.arange(1, 11)
    alone, half, wholly = (taught(plan_with(share), school, trunk_file) @ buckets for share in (0.0, 0.5, 1.0))
    np.testing.assert_allclose(alone, school.photos.mos, atol=1e-3)
    np.testing.assert_allclose(half, (alone + wholly) / 2, atol=1e-2)
    assert np.corrcoef(wholly, school.photos.mos)[0, 1] > 0.9


def test_what_teachers_saw_is_kept(school, trunk_file):
    first = taught(plan_with(), school, trunk_file)
    trunk_file["mobilenet_v2"].with_suffix(".old").write_bytes(b"")
    told = []
    again = School(school.photos, SCENES, "cpu", school.cache, Report(told.append))
    np.testing.assert_array_equal(taught(plan_with(), again, trunk_file), first)
    assert not any("computing" in line for line in told)


def test_teacher_without_weights_is_named_with_the_option():
    with pytest.raises(RecipeError, match="learns from mobilenet_v2") as caught:
        teachers_files(plan_with(), {}, None)
    assert "--teacher mobilenet_v2=FILE" in caught.value.hint


def test_teacher_whose_file_is_not_there_is_named_before_any_picture_is_read(tmp_path):
    with pytest.raises(RecipeError, match=r"there is no file .*absent\.pth") as caught:
        teachers_files(plan_with(), {"mobilenet_v2": tmp_path / "absent.pth"}, None)
    assert "--teacher mobilenet_v2=FILE" in caught.value.hint


def test_weights_of_another_network_are_refused_with_the_teachers_option(school, tmp_path):
    torch.save({"a": torch.ones(1)}, tmp_path / "other.pth")
    with pytest.raises(RecipeError, match="does not hold mobilenet_v2") as caught:
        taught(plan_with(), school, {"mobilenet_v2": tmp_path / "other.pth"})
    assert "--teacher mobilenet_v2=FILE" in caught.value.hint


def test_photos_of_one_scene_are_too_few_for_teachers():
    kernel, opinions = line_of_opinions()
    with pytest.raises(DatasetError, match="40 photos of 1 scenes are too few for teachers"):
        expected_opinions(kernel, opinions, np.zeros(40, np.int64), Teaching())


def test_teachers_of_one_trunk_with_different_input_see_differently(school, trunk_file):
    darker = Teacher("mobilenet_v2", 32, (0.9, 0.9, 0.9), (0.25, 0.25, 0.25))
    taught(plan_with(teachers=(TEACHER, darker)), school, trunk_file)
    first, second = (np.load(file) for file in school.cache.glob("teacher-*.npy"))
    assert not np.array_equal(first, second)


def test_weights_of_the_student_serve_a_teacher_of_the_same_trunk(tmp_path):
    same = Teacher("efficientnet_lite0", 32, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))
    file = tmp_path / "lite0.pth"
    file.touch()
    assert teachers_files(plan_with(teachers=(same,)), {}, file)["efficientnet_lite0"] == file


@pytest.mark.parametrize(
    ("teachers", "told"), [((TEACHER,), "its teachers: mobilenet_v2"), ((), "its teachers: no teacher")]
)
def test_teacher_that_the_recipe_does_not_learn_from_is_refused(teachers, told):
    with pytest.raises(RecipeError, match="does not learn from efficientnet_lite2") as caught:
        teachers_files(plan_with(teachers=teachers), {"efficientnet_lite2": Path("lite2.pth")}, None)
    assert caught.value.hint == told
