"""From rows of a data set to what the network trains on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import torch

from scoring.training.pictures import Pictures

Ints = npt.NDArray[np.int64]
Made = TypeVar("Made")
Given = TypeVar("Given")


@dataclass
class Batches:
    """Pictures with their (N, 10) target distributions, on one device."""

    pictures: Pictures
    targets: torch.Tensor
    device: str

    def inputs(self, rows: Ints, flipped: npt.NDArray[np.bool_] | None = None) -> torch.Tensor:
        """(B, 3, h, w) float32 normalised, channels last, mirrored left to right where `flipped`; rows of one size."""
        pictures = self.pictures.read(rows)
        if flipped is not None:
            pictures[flipped] = pictures[flipped, :, ::-1]
        batch = torch.from_numpy(pictures).to(self.device).permute(0, 3, 1, 2).float() / 255.0
        wanted = self.pictures.preprocessing
        mean, sd = (torch.tensor(v, device=self.device).reshape(1, 3, 1, 1) for v in (wanted.mean, wanted.sd))
        return ((batch - mean) / sd).contiguous(memory_format=torch.channels_last)


def in_batches(sizes: Ints, rows: Ints, batch: int) -> list[Ints]:
    """`rows` in their order, up to `batch` of one size together; a batch comes when it is full, the incomplete ones last."""
    full: list[Ints] = []
    waiting: dict[tuple[int, ...], list[int]] = {}
    for row in rows:
        same = waiting.setdefault(tuple(sizes[row]), [])
        same.append(int(row))
        if len(same) == batch:
            full.append(np.array(same))
            same.clear()
    return [*full, *(np.array(same) for same in waiting.values() if same)]


def one_ahead(make: Callable[[Given], Made], items: Iterable[Given]) -> Iterator[Made]:
    """`make` of each item, the next one made on a thread while this one is used."""
    with ThreadPoolExecutor(1) as pool:
        coming = None
        for item in items:
            following = pool.submit(make, item)
            if coming is not None:
                yield coming.result()
            coming = following
        if coming is not None:
            yield coming.result()


def for_all(
    rows: Ints,
    batches: Batches,
    size: int,
    answer: Callable[[torch.Tensor], torch.Tensor],
    after: Callable[[int], None] = lambda _done: None,
) -> torch.Tensor:
    """(len(rows), …) what `answer` says of (B, 3, h, w) inputs, in the order of `rows`; `after` hears how many are done."""
    chunks: Sequence[Ints] = in_batches(batches.pictures.sizes[rows], np.arange(len(rows)), size)
    parts: list[torch.Tensor] = []
    for inputs in one_ahead(lambda chunk: batches.inputs(rows[chunk]), chunks):
        parts.append(answer(inputs))
        after(sum(map(len, parts)))
    order = torch.from_numpy(np.argsort(np.concatenate(chunks), kind="stable"))
    return torch.cat(parts)[order.to(parts[0].device)]
