"""Every assessor, in the order in which a photographer reads them. To add one, add one line."""

from __future__ import annotations

from scoring.assessor import Assessor
from scoring.assessors import artefacts, colour, composition, exposure, faces, focus, light, noise, sharpness


def told_apart(*assessors: Assessor) -> tuple[Assessor, ...]:
    """The same assessors; a name used twice raises `ValueError`, for one's assessment would silently replace the other's."""
    names = [assessor.name for assessor in assessors]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"two assessors are called {name!r}")
    return assessors


ASSESSORS: tuple[Assessor, ...] = told_apart(
    exposure.ASSESSOR,
    focus.ASSESSOR,
    faces.ASSESSOR,
    sharpness.ASSESSOR,
    noise.ASSESSOR,
    colour.ASSESSOR,
    light.ASSESSOR,
    artefacts.ASSESSOR,
    composition.ASSESSOR,
)

READS_FACES = frozenset({"exposure", "focus", "faces", "light", "composition"})
"""Those whose word depends on `Frame.faces`, which a test checks: without the weights for faces they say less, or else."""
