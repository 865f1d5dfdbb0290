"""Whether anybody here can look for faces: whoever has pulled the weights can."""

from __future__ import annotations

from pathlib import Path

from scoring.face import FindFaces
from weights.bundles import FACES
from weights.errors import WeightsError
from weights.installed import Installed, installed
from weights.registry import problem_with


def open_face_finder() -> FindFaces | None:
    """The face finder, or None where its weights are not here; raises `WeightsError` where they are damaged."""
    files = [_file(name) for name in FACES.parts]
    if any(file is None for file in files):
        return None
    from scoring.engines.face_finder import FaceFinder

    detector, eyes = (file for file in files if file is not None)
    return FaceFinder(detector, eyes)


def _file(name: str) -> Path | None:
    found = installed().get(name)
    if found is None:
        return None
    hint = f"assist weights pull {FACES.name}"
    if not isinstance(found, Installed):
        raise WeightsError(found, hint)
    if "onnx" not in found.files:
        raise WeightsError(f"the entry of {name} names no ONNX file", hint)
    file = found.files["onnx"]
    if problem := problem_with(file):
        raise WeightsError(f"{file.path.name}: {problem}", hint)
    return file.path
