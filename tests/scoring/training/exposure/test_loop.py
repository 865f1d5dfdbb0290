"""Training of the exposure map: an interrupted run ends where an uninterrupted one does, step by step."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from scoring.models.exposure_map import ExposureMap
from scoring.training.checkpoint import CheckpointError
from scoring.training.exposure.lessons import Album
from scoring.training.exposure.loop import ExposureTraining
from scoring.training.exposure.recipe import read_exposure_recipe
from scoring.training.learner import DivergedError

SHIPPED = read_exposure_recipe("exposure_map.biq2021")
PLAN = replace(SHIPPED, schedule=replace(SHIPPED.schedule, steps=5, photos=1, checkpoint_every=2))
PICTURES = np.random.default_rng(0).integers(40, 180, (3, 64, 64, 3), dtype=np.uint8)
ALBUM = Album(PICTURES, np.array([0, 1]), np.array([2]))


class StoppedError(Exception):
    """The machine was switched off."""


def stopped(*_):
    raise StoppedError


def training(checkpoint, plan=PLAN):
    torch.manual_seed(0)
    return ExposureTraining(plan, ExposureMap(), checkpoint, "cpu")


def numbers(network):
    return torch.cat([value.flatten().float() for value in network.state_dict().values()])


def test_interrupted_run_goes_on_from_its_last_checkpoint_to_the_same_parameters(tmp_path):
    whole = training(tmp_path / "whole.pt").run(ALBUM, lambda *_: None)
    with pytest.raises(StoppedError):
        training(tmp_path / "half.pt").run(ALBUM, stopped)
    resumed = training(tmp_path / "half.pt")
    assert resumed.done == 2
    assert torch.equal(numbers(resumed.run(ALBUM, lambda *_: None)), numbers(whole))


def test_run_is_told_of_at_every_checkpoint_and_at_its_end(tmp_path):
    told = []
    training(tmp_path / "checkpoint.pt").run(ALBUM, lambda step, losses: told.append((step, sorted(losses))))
    assert told == [(step, ["map", "step"]) for step in (2, 4, 5)]


def test_finished_run_has_nothing_left_to_do(tmp_path):
    first = training(tmp_path / "checkpoint.pt").run(ALBUM, lambda *_: None)
    assert torch.equal(numbers(training(tmp_path / "checkpoint.pt").run(ALBUM, stopped)), numbers(first))


def test_run_whose_losses_are_no_numbers_ends_before_it_keeps_them(tmp_path):
    wild = replace(PLAN, schedule=replace(PLAN.schedule, rate=1e30))
    with pytest.raises(DivergedError, match="a loss of step"):
        training(tmp_path / "checkpoint.pt", wild).run(ALBUM, lambda *_: None)
    assert not (tmp_path / "checkpoint.pt").exists()


def test_checkpoint_of_something_else_is_refused(tmp_path):
    torch.save({"done": 3}, tmp_path / "checkpoint.pt")
    with pytest.raises(CheckpointError, match="of another run"):
        training(tmp_path / "checkpoint.pt")


def test_warm_up_of_a_single_step_is_a_warm_up(tmp_path):
    plan = replace(PLAN, schedule=replace(PLAN.schedule, steps=9, warm_up_share=0.1))
    assert training(tmp_path / "checkpoint.pt", plan).learner.rates.get_last_lr()[0] < plan.schedule.rate
