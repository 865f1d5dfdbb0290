"""What holds for every verb of one run: the catalogue, the device, and how much is said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Device(StrEnum):
    """Where networks run, and how exactly: on a GPU ratings are within 1e-2 of the CPU's, with `cuda-full` within 1e-3."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"
    CUDA_FULL = "cuda-full"


@dataclass(frozen=True, slots=True)
class Settings:
    """The global options of one run."""

    catalog: Path
    device: Device = Device.AUTO
    verbose: bool = False
    quiet: bool = False


def default_catalog() -> Path:
    """Where the catalogue lies unless a person says otherwise: the user's data folder."""
    import platformdirs

    return platformdirs.user_data_path("photo-assist") / "catalog.db"
