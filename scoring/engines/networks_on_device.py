"""Opens the networks that assessors ask about a picture, on the device that rates."""

from __future__ import annotations

from scoring.engines.picture_networks import ON_CPU, PictureNetworks


def networks_on(device: str) -> PictureNetworks:
    """Those for the `device` of a rating engine; raises `WeightsError`."""
    if device == "cpu":
        return ON_CPU
    from scoring.engines.torch_cuda.open_networks import open_places

    return open_places("cuda")
