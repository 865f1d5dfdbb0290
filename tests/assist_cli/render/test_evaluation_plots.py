"""The pictures are drawn for any number of photos, and with a person's own settings of matplotlib left out of it."""

import io

import pytest
from PIL import Image

from tests.assist_cli.made_evaluation import made_evaluation


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory, monkeypatch):
    """matplotlib keeps its list of fonts in a folder of the test."""
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path_factory.getbasetemp()))


def pictures(made):
    from assist_cli.render.evaluation_plots import evaluation_pictures

    return {name: Image.open(io.BytesIO(picture)) for name, picture in evaluation_pictures(made).items()}


@pytest.mark.parametrize("many", [4000, 50])
def test_both_pictures_are_drawn_in_colour_dots_or_density(many, monkeypatch):
    from assist_cli.render import scatter_plot

    monkeypatch.setattr(scatter_plot, "MANY_PHOTOS", many)
    drawn = pictures(made_evaluation(60))
    assert sorted(drawn) == ["evaluation-calibration.png", "evaluation-scatter.png"]
    for picture in drawn.values():
        assert picture.format == "PNG"
        assert min(picture.size) > 800
        assert len(picture.convert("RGB").resize((60, 60)).getcolors(3600)) > 20


def test_ratings_shown_hold_every_point_and_its_interval():
    from assist_cli.render.calibration_plot import ratings_shown

    told = made_evaluation().evaluation.calibration.mean
    low, high = ratings_shown(told)
    assert 1 <= low < min(one.observed.low for one in told)
    assert max(one.observed.high for one in told) < high <= 10


def test_a_single_photo_can_be_drawn():
    assert len(pictures(made_evaluation(1, fitted=False))) == 2
