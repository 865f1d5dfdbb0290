"""Parameters into a network, if and only if every one is there, none is left over, and each has its shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
from torch import nn

from scoring.models.rating_network import RatingNetwork


class LayoutError(ValueError):
    """A checkpoint's keys or shapes are not those of its layout; one line says which."""


def loaded(build: Callable[[], RatingNetwork], state: Mapping[str, torch.Tensor]) -> RatingNetwork:
    """The network with `state` as its float32 parameters, in evaluation mode; raises `LayoutError`."""
    with torch.device("meta"):  # its own random parameters are never made
        network = build()
    wanted = {name: value.shape for name, value in network.state_dict().items() if not counts_batches(name)}
    # Before any number is copied: a few bytes may claim a tensor larger than memory.
    check(wanted, {name: value.shape for name, value in state.items()})
    given = {name: value.to(torch.float32).contiguous() for name, value in state.items()}
    if not all(bool(torch.isfinite(value).all()) for value in given.values()):
        raise LayoutError("some of its numbers are not finite")
    network.load_state_dict({**given, **batch_counters(network)}, assign=True)
    return network.requires_grad_(False).eval()


def check(wanted: Mapping[str, torch.Size], given: Mapping[str, torch.Size]) -> None:
    """Raises `LayoutError` unless both have the same names and, for each, the same shape."""
    if missing := [name for name in wanted if name not in given]:
        raise LayoutError(f"it lacks {in_words(missing)}")
    if left_over := [name for name in given if name not in wanted]:
        raise LayoutError(f"it also holds {in_words(left_over)}")
    for name, shape in wanted.items():
        if given[name] != shape:
            raise LayoutError(f"{name} has the shape {tuple(given[name])}, not {tuple(shape)}")


def counts_batches(name: str) -> bool:
    """Batch norm's count of training batches; torch keeps it, nothing that is computed depends on it."""
    return name.endswith(".num_batches_tracked")


def batch_counters(network: nn.Module) -> dict[str, torch.Tensor]:
    """The counts, all zero."""
    return {name: torch.zeros((), dtype=torch.int64) for name in network.state_dict() if counts_batches(name)}


def in_words(names: list[str]) -> str:
    """`conv1.weight`, or `conv1.weight and 12 more`."""
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
