"""Training of the saliency network: an interrupted run ends where an uninterrupted one does, step by step."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from scoring.models.saliency_network import SaliencyNetwork
from scoring.training.checkpoint import CheckpointError
from scoring.training.learner import DivergedError
from scoring.training.saliency.lessons import Album
from scoring.training.saliency.loop import FROZEN, SaliencyTraining
from scoring.training.saliency.recipe import read_saliency_recipe
from tests.scoring.training.saliency.drawn_focus import focused_photo

SHIPPED = read_saliency_recipe("saliency.biq2021")
PLAN = replace(SHIPPED, schedule=replace(SHIPPED.schedule, steps=3, photos=2, checkpoint_every=2))
DRAWN = [focused_photo(np.random.default_rng(n)) for n in range(2)]
ALBUM = Album([(rgb, disc.astype(np.uint8)) for rgb, disc in DRAWN], [DRAWN[0][0]])


class StoppedError(Exception):
    """The machine was switched off."""


def stopped(*_):
    raise StoppedError


def training(checkpoint, plan=PLAN):
    torch.manual_seed(0)
    return SaliencyTraining(plan, SaliencyNetwork(), checkpoint, "cpu")


def numbers(network):
    return torch.cat([value.flatten().float() for value in network.state_dict().values()])


def test_interrupted_run_goes_on_from_its_last_checkpoint_to_the_same_parameters(tmp_path):
    told = []
    whole = training(tmp_path / "whole.pt").run(ALBUM, lambda step, losses: told.append((step, sorted(losses))))
    assert told == [(step, ["overlap", "place"]) for step in (2, 3)]
    with pytest.raises(StoppedError):
        training(tmp_path / "half.pt").run(ALBUM, stopped)
    resumed = training(tmp_path / "half.pt")
    assert resumed.done == 2
    assert torch.equal(numbers(resumed.run(ALBUM, lambda *_: None)), numbers(whole))


def test_statistics_of_the_trunk_stay_as_they_were(tmp_path):
    started = training(tmp_path / "checkpoint.pt")
    before = {name: value.clone() for name, value in started.learner.network.blocks.named_buffers()}
    network = started.run(ALBUM, lambda *_: None)
    assert all(torch.equal(value, before[name]) for name, value in network.blocks.named_buffers())


def test_first_blocks_of_the_trunk_are_not_taught(tmp_path):
    started = training(tmp_path / "checkpoint.pt")
    before = {name: value.clone() for name, value in started.learner.network.blocks.named_parameters()}
    network = started.run(ALBUM, lambda *_: None)
    changed = {
        name.split(".")[0] for name, value in network.blocks.named_parameters() if not torch.equal(value, before[name])
    }
    assert changed == {str(place) for place in range(FROZEN, len(network.blocks))}


def test_run_whose_losses_are_no_numbers_ends_before_it_keeps_them(tmp_path):
    wild = replace(PLAN, schedule=replace(PLAN.schedule, rate=1e30, trunk_rate=1e30))
    with pytest.raises(DivergedError, match="a loss of step"):
        training(tmp_path / "checkpoint.pt", wild).run(ALBUM, lambda *_: None)
    assert not (tmp_path / "checkpoint.pt").exists()


def test_checkpoint_of_something_else_is_refused(tmp_path):
    torch.save({"done": 3}, tmp_path / "checkpoint.pt")
    with pytest.raises(CheckpointError, match="of another run"):
        training(tmp_path / "checkpoint.pt")
