"""What every assessor is: a name, a version, and a function from a `Frame` to an `Assessment`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scoring.assessment import Assessment
from scoring.frame import Frame


@dataclass(frozen=True, slots=True)
class Assessor:
    """One factor. Raise `version` whenever its numbers change: stored assessments of an older version are then renewed."""

    name: str
    version: int
    assess: Callable[[Frame], Assessment]
    source: str
    """The paper, standard or issue that its measure comes from."""
