"""What the rating network loses in whole numbers of 8 bits: `python -m tests.benchmarks.networks_in_int8 PHOTOS --biq2021 DIR`.

Its convolutions are quantised from a block on, or all of them, with ranges seen on photos of the training side alone. Differences
are measured on PHOTOS and on photos held out, agreement with people on all that are held out. Prints Markdown.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from onnxruntime.quantization import CalibrationDataReader, QuantType, quantize_static
from threadpoolctl import threadpool_limits

from assist_cli.render.markdown_table import markdown_table
from scoring.engines.network_input import network_input
from scoring.engines.onnx_cpu import open_network, session_options
from scoring.metrics.bootstrap import bootstrap_intervals
from scoring.metrics.correlation import srcc_of
from scoring.metrics.measure import Floats, Measure, at_once
from scoring.rating_distribution import BUCKETS
from scoring.training.datasets.biq2021 import read_biq2021
from scoring.training.pictures import read_fitted
from scoring.training.splits import known_split
from tests.benchmarks.networks import Network, least_ms, networks_of
from weights.registry import DEFAULT_RATING_WEIGHTS, EMBEDDER_WEIGHTS, bundled_entries

F32 = npt.NDArray[np.float32]
QUANTISED = ["Conv", "Clip", "Add"]
"""An activation or a sum left out would be turned back into float and again into int8."""
CALIBRATED_ON = 48
"""Photos: a choice. Percentiles of what they showed, instead of the extremes, did no better (tried once)."""
RATINGS = np.array(BUCKETS, np.float64)
BLOCK = re.compile(r"features\.(\d+)")


class Way(NamedTuple):
    """Which blocks, from which on, and whether activations have a sign."""

    first_block: int
    signed: bool


WAYS = {
    "blocks 16 and 17": Way(16, signed=False),
    "from block 13 on": Way(13, signed=False),
    "from block 9 on": Way(9, signed=False),
    "all, U8S8": Way(0, signed=False),
    "all, S8S8": Way(0, signed=True),
}


HEAD = [
    "convolutions in int8",
    "ms",
    *(f"{what}, {where}" for where in ("PHOTOS", "held out") for what in ("ratings", "embedding")),
    "srcc, less as shipped",
]


class Seen(CalibrationDataReader):  # type: ignore[misc]
    """Hands out pictures one by one, as ONNX Runtime wants them."""

    def __init__(self, pictures: list[F32]) -> None:
        self._left: Iterator[F32] = iter(pictures)

    def get_next(self) -> dict[str, F32] | None:
        """The next input, until none is left."""
        picture = next(self._left, None)
        return None if picture is None else {"picture": picture}


def in_floats(shipped: Path, file: Path) -> None:
    """The shipped network with its kernels in full precision, as ONNX Runtime unpacks them."""
    options = session_options()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(file)
    onnxruntime.InferenceSession(str(shipped), options, providers=["CPUExecutionProvider"])


def quantise(floats: Path, file: Path, way: Way, pictures: list[F32]) -> None:
    """Write the network with what `way` names in int8, each channel by its own scale."""
    kept = [node.name for node in onnx.load(floats).graph.node if block_of(node.name) < way.first_block]
    quantize_static(
        floats,
        file,
        Seen(pictures),
        op_types_to_quantize=QUANTISED,
        nodes_to_exclude=kept,
        per_channel=True,
        # AVX2 adds two products in 16 bits, which U8S8 overflows unless kernels have 7 bits (ONNX Runtime's own advice).
        reduce_range=not way.signed,
        activation_type=QuantType.QInt8 if way.signed else QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        extra_options={"ActivationSymmetric": way.signed},
    )


def block_of(node: str) -> int:
    """The number of the block that a node belongs to; -1 for what is in none."""
    found = BLOCK.search(node)
    return -1 if found is None else int(found.group(1))


def quantised(shipped: Path, folder: Path, pictures: list[F32]) -> dict[str, Path]:
    """A file for each of `WAYS`, written into `folder`."""
    floats = folder / "floats.onnx"
    in_floats(shipped, floats)
    files = {name: folder / f"{number}.onnx" for number, name in enumerate(WAYS)}
    for name, file in files.items():
        quantise(floats, file, WAYS[name], pictures)
    return files


class Answers(NamedTuple):
    """Of N photos: (N, 10) probabilities, (N, 128) embeddings."""

    ratings: F32
    embeddings: F32


def answers(file: Path, pictures: list[F32]) -> Answers:
    """What the network in `file` says, and the embedder that ships of it."""
    network, embed = open_network(file), open_network(bundled_entries()[EMBEDDER_WEIGHTS].files["onnx"].path)
    said = [network(picture) for picture in pictures]
    embedded = [embed(each["features"])["embedding"] for each in said]
    return Answers(np.concatenate([each["rating_dist"] for each in said]), np.concatenate(embedded))


def differences(one: Answers, other: Answers) -> list[str]:
    """Largest and mean difference of a photo's probabilities, and of its embedding's components."""
    gaps = [np.abs(left - right).max(axis=1) for left, right in zip(one, other, strict=True)]
    return [f"{gap.max():.4f} / {gap.mean():.4f}" for gap in gaps]


def less(one: Measure, other: Measure) -> Measure:
    """How much more `one` is than `other`, in the same resamplings."""
    return lambda counts: one(counts) - other(counts)


class HeldOut(NamedTuple):
    """Photos with (N,) opinions and scenes, and a few for calibration."""

    pictures: list[F32]
    opinions: Floats
    scenes: npt.NDArray[np.int64]
    calibration: list[F32]


def held_out(folder: Path) -> HeldOut:
    """By the split that ships; calibration photos come from the other side, by chance."""
    photos = read_biq2021(folder)
    split = known_split("biq2021", photos)
    assert split is not None, "the split of BIQ2021 ships"
    rows = np.flatnonzero(split.held_out)
    taught = np.random.default_rng(0).permutation(np.flatnonzero(~split.held_out))[:CALIBRATED_ON]
    wanted = bundled_entries()[DEFAULT_RATING_WEIGHTS].preprocessing

    def shown(row: np.intp) -> F32:
        picture = read_fitted(photos.paths[row], wanted)
        assert picture is not None, f"{photos.paths[row]} cannot be read"
        return network_input(picture, wanted)  # square pictures stay as they are when they are fitted again

    return HeldOut(list(map(shown, rows)), photos.mos[rows], split.scene[rows], list(map(shown, taught)))


def compared(files: Mapping[str, Path], camera: Network, known: HeldOut, rounds: int) -> Iterator[list[str]]:
    """A row a file; the first is what the others are compared with."""
    opened = {name: replace(camera, file=file) for name, file in files.items()}
    took = least_ms({name: network.runs(network.open()) for name, network in opened.items()}, rounds)
    reference: tuple[Answers, Answers] | None = None
    for name, file in files.items():
        said = answers(file, camera.inputs), answers(file, known.pictures)
        reference = reference or said
        agrees, agreed = (srcc_of(each[1].ratings @ RATINGS, known.opinions) for each in (said, reference))
        lost = less(agrees, agreed)
        low, high = bootstrap_intervals({"lost": lost}, known.scenes)["lost"]
        moved = [gap for one, other in zip(said, reference, strict=True) for gap in differences(one, other)]
        loss = f"{at_once(lost, len(known.opinions)):+.4f} [{low:+.4f}, {high:+.4f}]"
        yield [name, f"{took[name]:.1f}", *moved, loss]


def main() -> None:
    """Quantise, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--biq2021", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    cv2.setNumThreads(1)
    with threadpool_limits(1, user_api="blas"), tempfile.TemporaryDirectory() as folder:
        camera, known = networks_of(options.photos)["rating"], held_out(options.biq2021)
        files = {"as shipped": camera.file, **quantised(camera.file, Path(folder), known.calibration)}
        print("\n".join(markdown_table([HEAD, *compared(files, camera, known, options.rounds)])))


if __name__ == "__main__":
    main()
