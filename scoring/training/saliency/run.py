"""`assist train saliency.<tag>`: from a recipe to a weights file with its entry, interrupted or not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch

from scoring.models.saliency_network import TRUNK, SaliencyNetwork
from scoring.models.trunks import open_trunk
from scoring.training.backbone import load_backbone
from scoring.training.device import training_device
from scoring.training.preparation import but_the_test_side, read_set
from scoring.training.recipe import RecipeError
from scoring.training.report import Report
from scoring.training.run import Trained
from scoring.training.saliency.album import Sides, both_sides
from scoring.training.saliency.export import export_saliency
from scoring.training.saliency.held_out import held_out_results
from scoring.training.saliency.loop import SaliencyTraining
from scoring.training.saliency.recipe import SaliencyRecipe, read_saliency_recipe
from scoring.training.shipped_files import as_shipped
from scoring.training.sources import Sources


def train_saliency(recipe: str | Path, sources: Sources, report: Report, device: str = "auto") -> Trained:
    """Run `recipe` on `device` (`auto`, `cpu`, `cuda`); an interrupted run goes on after its last checkpoint.

    Without a backbone it starts from random parameters; a teacher is refused. Raises `RecipeError`, `DatasetError`,
    `DeviceError`, `CheckpointError` or `DivergedError`, each with a hint.
    """
    plan = read_saliency_recipe(recipe)
    if sources.teachers:
        raise RecipeError(f"{plan.name} is a saliency network, which has no teachers", "leave out --teacher")
    torch.manual_seed(plan.seed)
    network = begun_from(sources.backbone)
    photos = but_the_test_side(read_set(plan.dataset, sources.data))
    where = training_device(device)
    sources.output.mkdir(parents=True, exist_ok=True)
    report.line(f"looking for subjects in {len(photos)} pictures, to train on {where}")
    sides = both_sides(photos, plan, report)
    unfinished = sources.output / f"unfinished-{_digest(plan, sides, network, where)}"
    unfinished.mkdir(exist_ok=True)
    training = SaliencyTraining(plan, network.to(where), unfinished / "checkpoint.pt", where)
    training.step = report.step

    def after_checkpoint(step: int, losses: dict[str, float]) -> None:
        report.line(f"step {step} of {plan.schedule.steps}: " + ", ".join(f"{n} {v:.3f}" for n, v in losses.items()))

    shipped = as_shipped(training.run(sides.album, after_checkpoint)).to("cpu").float()
    results = held_out_results(shipped, sides.held_out, plan.preprocessing, plan.seed)
    for name, measured in results.items():
        report.line(f"held out, {name}: " + ", ".join(f"{key} {value}" for key, value in measured.items()))
    return Trained(*export_saliency(plan, shipped, sources.output, results), results)


def begun_from(backbone: Path | None) -> SaliencyNetwork:
    """A network that knows what its trunk's file knows; random parameters where none is named. Raises `RecipeError`."""
    network = SaliencyNetwork()
    if backbone is not None:
        trunk = open_trunk(TRUNK)
        load_backbone(trunk, TRUNK, backbone)
        kept = trunk.get_submodule("features")[: len(network.blocks)]  # type: ignore[index]
        network.blocks.load_state_dict(kept.state_dict())
    return network


def _digest(plan: SaliencyRecipe, sides: Sides, network: SaliencyNetwork, device: str) -> str:
    """Names what a run may be taken up from: no other recipe, photos, beginning or device go on with it."""
    digest = hashlib.sha256(f"{plan}{device}{sides.names}{sides.digest}".encode())
    for value in network.state_dict().values():
        digest.update(value.numpy().tobytes())
    return digest.hexdigest()[:12]
