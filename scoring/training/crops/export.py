"""Writes what ships of a ranker of crops: safetensors, ONNX and its entry."""

from __future__ import annotations

import warnings
from pathlib import Path

import onnx
import torch

from scoring.models.crop_ranker import CropRanker
from scoring.models.onnx_export import OPSET
from scoring.training.crops.held_out import Results
from scoring.training.crops.recipe import CropRecipe
from scoring.training.entry_tables import Digests, facts, files_tables, head, preprocessing_table, table
from scoring.training.shipped_files import write_together

ANSWERS = "log odds: the difference between two crops' numbers says how likely the one is better"


def export_ranker(plan: CropRecipe, ranker: CropRanker, output: Path, results: Results) -> tuple[Path, Path, Path]:
    """What was there before stays until all three are whole. Raises `CheckpointError` or `OSError` where there is no room."""
    return write_together(
        output / plan.name,
        ranker,
        lambda path: write_onnx(ranker, path),
        lambda digests: crop_entry(plan, digests, results),
    )


def write_onnx(ranker: CropRanker, file: Path) -> None:
    """`features` (N, F) float32 -> `worth` (N,)."""
    with warnings.catch_warnings(), torch.inference_mode():
        # torch announces its newer exporter; this network holds nothing that the established one does not write exactly.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            ranker,
            (torch.zeros(2, ranker.mean.shape[0]),),
            str(file),
            input_names=["features"],
            output_names=["worth"],
            dynamic_axes={"features": {0: "crops"}, "worth": {0: "crops"}},
            opset_version=OPSET,
            dynamo=False,
        )
    onnx.checker.check_model(onnx.load(file))


def crop_entry(plan: CropRecipe, digests: Digests, results: Results) -> str:
    """The whole entry, TOML."""
    card, schedule = plan.card, plan.schedule
    parts = [
        facts(kind=plan.kind) + head(plan.name, plan.dataset, card, ANSWERS),
        "[data]\n" + facts(statement=card.data, measures=card.measures),
        "[training]\n"
        + facts(steps=schedule.steps, pairs_a_step=schedule.pairs, hidden=schedule.hidden, seed=plan.seed),
        *files_tables(digests),
        preprocessing_table(
            plan.preprocessing, "RGB, sRGB, uint8; what is measured of crops comes from a copy of this size"
        ),
        "[validation]\n"
        "# pairs_right: the photo before crops that cut or miss the subject, and before itself with more round it\n"
        "# same_photo_apart: mean difference, in log odds, of a photo alone and on a canvas\n"
        + facts(split="photos held out by scene"),
        *(table(f"validation.{name}", values) for name, values in results.items()),
    ]
    return "\n".join(parts)
