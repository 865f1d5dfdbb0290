"""Writes what ships of a reader of tilts: safetensors, ONNX and its entry."""

from __future__ import annotations

import warnings
from pathlib import Path

import onnx
import torch

from scoring.models.lean_reader import LeanReader
from scoring.models.onnx_export import OPSET
from scoring.training.entry_tables import Digests, facts, files_tables, head, preprocessing_table, table
from scoring.training.shipped_files import write_together
from scoring.training.tilts.held_out import Results
from scoring.training.tilts.recipe import TiltRecipe

ANSWERS = "probabilities, as logarithms, of rolls from -16 to 16 degrees in steps of a half"


def export_reader(plan: TiltRecipe, reader: LeanReader, output: Path, results: Results) -> tuple[Path, Path, Path]:
    """What was there before stays until all three are whole. Raises `CheckpointError` or `OSError` where there is no room."""
    return write_together(
        output / plan.name,
        reader,
        lambda path: write_onnx(reader, path),
        lambda digests: tilt_entry(plan, digests, results),
    )


def write_onnx(reader: LeanReader, file: Path) -> None:
    """`evidence` (N, rows, leans) float32 -> `log_chances` (N, leans)."""
    with warnings.catch_warnings(), torch.inference_mode():
        # torch announces its newer exporter; this network holds nothing that the established one does not write exactly.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            reader,
            (torch.zeros(2, reader.mean.shape[0], 2 * reader.prior.shape[0] - 1),),
            str(file),
            input_names=["evidence"],
            output_names=["log_chances"],
            dynamic_axes={"evidence": {0: "photos"}, "log_chances": {0: "photos"}},
            opset_version=OPSET,
            dynamo=False,
        )
    onnx.checker.check_model(onnx.load(file))


def tilt_entry(plan: TiltRecipe, digests: Digests, results: Results) -> str:
    """The whole entry, TOML."""
    card, schedule = plan.card, plan.schedule
    parts = [
        facts(kind=plan.kind) + head(plan.name, plan.dataset, card, ANSWERS),
        "[data]\n" + facts(statement=card.data, measures=card.measures),
        "[training]\n"
        + facts(steps=schedule.steps, photos_a_step=schedule.photos, hidden=schedule.hidden, seed=plan.seed),
        *files_tables(digests),
        preprocessing_table(plan.preprocessing, "RGB, sRGB, uint8; lines are found in a copy of this size"),
        "[validation]\n"
        "# certain: turned copies that are read with certainty; turn_right: of them, those that show their turn within a degree\n"
        + facts(split="the half of the photos, by a hash of their names, that docs/crops.md reports on"),
        *(table(f"validation.{name}", values) for name, values in results.items()),
    ]
    return "\n".join(parts)
