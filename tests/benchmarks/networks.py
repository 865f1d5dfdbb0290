"""What the networks spend on a photo, and what else was hoped to be faster: `python -m tests.benchmarks.networks PHOTOS`.

PHOTOS is a folder of photos. Prints Markdown: milliseconds of processor time on one thread, the mean over the photos of the least
of all rounds, all ways in turn, so that other work on the machine counts little. `tests.benchmarks.networks_in_int8` has the rest.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from threadpoolctl import threadpool_limits

from assist_cli.render.markdown_table import markdown_table
from scoring.engines.network_input import fitted, network_input
from scoring.engines.onnx_cpu import session_options
from scoring.frame import Frame
from tests.benchmarks.truth.photos import photos_in
from weights.registry import DEFAULT_RATING_WEIGHTS, EXPOSURE_WEIGHTS, SALIENCY_WEIGHTS, bundled_entries

Work = Callable[[], object]
Inputs = list[npt.NDArray[Any]]
PRODUCT_SIDE = 1024
"""Of the two matrices whose product shows what this processor can do at most."""
BATCHES = (1, 2, 4, 8)


@dataclass(frozen=True)
class Network:
    """A file, what it is shown of each photo, and the work of making that."""

    file: Path
    inputs: Inputs
    prepare: Sequence[Work]

    def open(self, change: Callable[[SessionOptions], None] = lambda _: None) -> InferenceSession:
        """As the product runs it, but for `change`."""
        options = session_options()
        change(options)
        return InferenceSession(str(self.file), options, providers=["CPUExecutionProvider"])

    def runs(self, session: InferenceSession) -> list[Work]:
        """One run of each photo."""
        return [partial(session.run, None, {"picture": batch}) for batch in self.inputs]


def networks_of(folder: Path) -> dict[str, Network]:
    """The three that see every photo, by the word for what they tell."""
    frames = [Frame(photo.rgb, (photo.rgb.shape[1], photo.rgb.shape[0]), photo.exif) for photo in photos_in(folder)]
    entries = bundled_entries()
    rating = entries[DEFAULT_RATING_WEIGHTS]
    work = [partial(network_input, one.working, rating.preprocessing) for one in frames]
    networks = {"rating": Network(rating.files["onnx"].path, [each() for each in work], work)}
    for name, weights in (("saliency", SALIENCY_WEIGHTS), ("exposure", EXPOSURE_WEIGHTS)):
        entry = entries[weights]
        fits = [partial(fitted, one.small, entry.preprocessing) for one in frames]
        networks[name] = Network(entry.files["onnx"].path, [fit()[None] for fit in fits], fits)
    return networks


def least_ms(works: Mapping[str, Sequence[Work]], rounds: int) -> dict[str, float]:
    """Milliseconds of processor time a photo: each kind of work in turn, and the mean over photos of the least of all rounds."""
    least: dict[str, dict[int, float]] = defaultdict(dict)
    for _ in range(rounds):
        for photo, together in enumerate(zip(*works.values(), strict=True)):
            for name, work in zip(works, together, strict=True):
                began = time.thread_time()
                work()
                took = 1000 * (time.thread_time() - began)
                least[name][photo] = min(took, least[name].get(photo, took))
    return {name: statistics.mean(each.values()) for name, each in least.items()}


def parts(networks: Mapping[str, Network], rounds: int) -> list[str]:
    """Markdown: making the input, and running the network."""
    rows = [["network", "its input, ms", "the network, ms"]]
    for name, network in networks.items():
        took = least_ms({"input": network.prepare, "run": network.runs(network.open())}, rounds)
        rows.append([name, f"{took['input']:.2f}", f"{took['run']:.1f}"])
    return markdown_table(rows)


def profile(network: Network, rounds: int) -> list[dict[str, Any]]:
    """What ONNX Runtime tells of each node of each run: `name`, `dur` in µs by the clock, `args`."""
    with tempfile.TemporaryDirectory() as folder:

        def with_profile(options: SessionOptions) -> None:
            options.enable_profiling = True
            options.profile_file_prefix = str(Path(folder) / "profile")

        session = network.open(with_profile)
        for work in rounds * network.runs(session):
            work()
        events: list[dict[str, Any]] = json.loads(Path(session.end_profiling()).read_text())
    return [event for event in events if event.get("cat") == "Node" and event["name"].endswith("_kernel_time")]


def kind_of(event: Mapping[str, Any]) -> tuple[str, int]:
    """What a node is, and its multiplications; 0 for what is no convolution."""
    told = event["args"]
    if told["op_name"] != "Conv":
        return told["op_name"], 0
    (answer,) = told["output_type_shape"][0].values()
    (kernel,) = told["input_type_shape"][1].values()
    if kernel[2] == 1:
        kind = "convolutions, 1 x 1"
    else:
        kind = "convolutions, by channel" if kernel[1] == 1 else "convolutions, 3 x 3, of the picture"
    return kind, int(np.prod(answer) * np.prod(kernel[1:]))


def bound(network: Network, rounds: int) -> list[str]:
    """Markdown: what kinds of nodes take by the clock, beside the fastest product of two matrices on this processor."""
    runs: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for event in profile(network, rounds):
        kind, products = kind_of(event)
        runs[kind, event["name"]].append((event["dur"], products))
    kinds: dict[str, list[tuple[float, float]]] = defaultdict(list)
    photos = len(network.inputs)
    for (kind, _), of_node in runs.items():
        least_us = float(np.array([us for us, _ in of_node]).reshape(rounds, photos).min(axis=0).mean())
        kinds[kind].append((least_us / 1000, statistics.fmean(products for _, products in of_node) / 1e9))
    rows = [["nodes", "count", "ms", "thousand million products a second"]]
    for kind, each in sorted(kinds.items(), key=lambda item: -sum(ms for ms, _ in item[1])):
        took, products = (sum(column) for column in zip(*each, strict=True))
        rows.append([kind, str(len(each)), f"{took:.2f}", f"{1000 * products / took:.1f}" if products else "-"])
    return markdown_table([*rows, ["a product of two matrices", "-", "-", f"{product_rate(rounds):.1f}"]])


def product_rate(rounds: int) -> float:
    """Thousand million multiplications a second in a product of two float32 matrices."""
    one, other = np.random.default_rng(0).random((2, PRODUCT_SIDE, PRODUCT_SIDE), np.float32)
    took = least_ms({"product": [lambda: one @ other]}, 4 * rounds)["product"]
    return PRODUCT_SIDE**3 / took / 1e6


def switched(name: str, value: object) -> Callable[[SessionOptions], None]:
    """A change of one option, or of one of the entries with dots in their names."""
    if "." in name:
        return lambda options: options.add_session_config_entry(name, str(value))
    return lambda options: setattr(options, name, value)


SETTINGS: dict[str, Callable[[SessionOptions], None]] = {
    "as shipped": lambda _: None,
    "memory pattern": switched("enable_mem_pattern", True),
    "no arena": switched("enable_cpu_mem_arena", False),
    "denormals as zero": switched("session.set_denormal_as_zero", 1),
    "no spinning": switched("session.intra_op.allow_spinning", 0),
    "no prepacking": switched("session.disable_prepacking", 1),
    "without the blocked layout": switched("graph_optimization_level", GraphOptimizationLevel.ORT_ENABLE_EXTENDED),
}


def settings(networks: Mapping[str, Network], rounds: int) -> list[str]:
    """Markdown: each network under each setting."""
    took = {
        name: least_ms({setting: network.runs(network.open(change)) for setting, change in SETTINGS.items()}, rounds)
        for name, network in networks.items()
    }
    rows = [[setting, *(f"{took[name][setting]:.1f}" for name in networks)] for setting in SETTINGS]
    return markdown_table([["setting, ms", *networks], *rows])


def batches(networks: Mapping[str, Network], rounds: int) -> list[str]:
    """Markdown: milliseconds a picture with so many of one shape in a run."""
    rows = [["pictures a run", *networks], *([str(count)] for count in BATCHES)]
    for network in networks.values():
        session, picture = network.open(), network.inputs[0]
        stacked = {str(count): np.concatenate([picture] * count) for count in BATCHES}
        works = {count: [partial(session.run, None, {"picture": batch})] for count, batch in stacked.items()}
        took = least_ms(works, 4 * rounds)
        for row, count in zip(rows[1:], BATCHES, strict=True):
            row.append(f"{took[str(count)] / count:.2f}")
    return markdown_table(rows)


def workers(network: Network, rounds: int) -> list[str]:
    """Markdown: photos a second by the clock, the best of all rounds."""
    ways = [(workers, threads) for workers in (1, 2) for threads in (1, 2)]
    sessions = {threads: network.open(switched("intra_op_num_threads", threads)) for threads in (1, 2)}
    best = dict.fromkeys(ways, 0.0)
    for _ in range(rounds):
        for count, threads in ways:
            began = time.perf_counter()
            with ThreadPoolExecutor(count) as pool:
                ran = len(list(pool.map(lambda work: work(), network.runs(sessions[threads]))))
            best[count, threads] = max(best[count, threads], ran / (time.perf_counter() - began))
    rows = [[str(count), str(threads), f"{rate:.1f}"] for (count, threads), rate in best.items()]
    return markdown_table([["workers", "threads a run", "photos a second"], *rows])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    cv2.setNumThreads(1)
    with threadpool_limits(1, user_api="blas"):
        networks = networks_of(options.photos)
        for table in (
            parts(networks, options.rounds),
            bound(networks["rating"], options.rounds),
            settings(networks, options.rounds),
            batches(networks, options.rounds),
            workers(networks["rating"], options.rounds),
        ):
            print("\n".join(table), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
