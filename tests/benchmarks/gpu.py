"""How fast photos are judged with networks on a GPU, beside the CPU alone, and how alike: `python -m tests.benchmarks.gpu PHOTOS`.

PHOTOS is a folder; some hundred photos tell more than sixteen. Printed as Markdown, with the GPU's name: photos a second of
whole runs, in turn; what a photo costs one thread, stage by stage; how many pictures the networks answer when all threads ask;
what bounds the pace; and how far numbers are from the CPU's. Put it into `docs/performance.md`. Without a CUDA device it says
so, and ends well; `--rehearse` then goes through all of it on torch's CPU, which shows that this program works and nothing
else.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from assist_cli.workflows.worker_counts import default_processes

HINT = "no CUDA device here: nothing is measured (a driver and a CUDA build of torch are needed; --rehearse tries this program)"


def main() -> None:
    """Read the arguments and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--workers", type=int, default=default_processes(beside_a_device=True))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rehearse", action="store_true")
    options = parser.parse_args()
    # Every process that judges begins by importing this file, and needs nothing of what measures them.
    import torch

    from scoring.engines.torch_cuda.available import cuda_available
    from tests.benchmarks.gpu_report import report

    measure = partial(report, options.photos, options.workers, options.rounds)
    if cuda_available():
        print(f"{torch.cuda.get_device_name()}, ", end="")
        measure("cuda")
    elif options.rehearse:
        print("REHEARSED ON TORCH'S CPU: these numbers mean nothing. ", end="")
        measure("cpu")
    else:
        print(HINT)


if __name__ == "__main__":
    main()
