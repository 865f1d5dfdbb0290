"""Writes what ships of an embedder: safetensors, ONNX and its entry."""

from __future__ import annotations

import warnings
from pathlib import Path

import onnx
import torch

from scoring.models.embedder import Embedder
from scoring.models.onnx_export import OPSET
from scoring.training.embedder.held_out import Results
from scoring.training.embedder.recipe import EmbedderRecipe
from scoring.training.entry_tables import Digests, facts, files_tables, head, preprocessing_table, table
from scoring.training.onnx_graph import store_in_half_precision
from scoring.training.shipped_files import write_together

ANSWERS = "an embedding of L2 norm 1: the dot product of two says how alike the photos are"


def export_embedder(
    plan: EmbedderRecipe, network: Embedder, output: Path, results: Results, features_sha256: str
) -> tuple[Path, Path, Path]:
    """What was there before stays until all three are whole. Raises `CheckpointError` or `OSError` where there is no room."""
    return write_together(
        output / plan.name,
        network,
        lambda path: write_onnx(network, path),
        lambda digests: embedder_entry(plan, digests, results, features_sha256),
    )


def write_onnx(network: Embedder, file: Path) -> None:
    """`features` (N, F) float32 -> `embedding` (N, D)."""
    with warnings.catch_warnings(), torch.inference_mode():
        # torch announces its newer exporter; this network holds nothing that the established one does not write exactly.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (torch.ones(2, network.map.in_features),),
            str(file),
            input_names=["features"],
            output_names=["embedding"],
            dynamic_axes={"features": {0: "photos"}, "embedding": {0: "photos"}},
            opset_version=OPSET,
            dynamo=False,
        )
    model = onnx.load(file)
    store_in_half_precision(model)
    onnx.checker.check_model(model)
    onnx.save(model, file)


def embedder_entry(plan: EmbedderRecipe, digests: Digests, results: Results, features_sha256: str) -> str:
    """The whole entry, TOML."""
    card, projection = plan.card, plan.projection
    parts = [
        facts(kind=plan.kind) + head(plan.name, plan.dataset, card, ANSWERS),
        "[data]\n" + facts(statement=card.data, measures=card.measures),
        "[network]\n# features_sha256: of the safetensors whose features it reads; other parameters mean other features\n"
        + facts(features_of=projection.features_of, features_sha256=features_sha256, dimension=projection.dimension),
        *files_tables(digests),
        preprocessing_table(plan.preprocessing, "RGB, sRGB, uint8; what the network of the features is shown"),
        "[validation]\n"
        "# cosine: passed by so few pairs of different scenes; views_found: share of pairs of views of one photo that pass it\n"
        + facts(split="the photos that the split shipped with photo-assist holds out, by near-duplicate scene"),
        *(table(f"validation.{name}", values) for name, values in results.items()),
    ]
    return "\n".join(parts)
