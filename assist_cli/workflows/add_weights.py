"""Makes weights of a public checkpoint's files that a person already has."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assist_cli.failures import BadRequestError
from assist_cli.workflows.keep_weights import keep_weights, require_packages
from assist_cli.workflows.recognise_weights import Recognised, recognise
from weights.public_checkpoint import find_public_checkpoint


def add_weights(paths: Sequence[Path], name: str | None) -> Recognised:
    """Recognise `paths` (as `name` where given), convert and keep them; the files themselves stay where and as they are.

    Raises `BadRequestError` where a path is no file, `WeightsError` or `OSError`; then nothing has changed.
    """
    for path in paths:
        if not path.is_file():
            raise BadRequestError(f"there is no file {path}", "name the checkpoint's file as you downloaded it")
    if name is not None:
        require_packages(find_public_checkpoint(name))
    recognised = recognise(paths, name)
    keep_weights(recognised.checkpoint, recognised.files)
    return recognised
