"""Brings a public checkpoint from its publisher and makes it the user's weights."""

from __future__ import annotations

import shutil

from assist_cli.workflows.keep_weights import keep_weights, require_packages
from weights.bundles import parts_of
from weights.cache import downloads_folder
from weights.errors import WeightsError
from weights.fetch import Report, fetch
from weights.public_checkpoint import find_public_checkpoint
from weights.registry import bundled_entries, can_be_used


def pull_weights(name: str, report: Report) -> bool:
    """Fetch and keep the public checkpoint called `name`, or each part of that bundle; False where all is here already, whole.

    Raises `WeightsError` or `OSError`; what was downloaded by then stays, and the next call goes on from there.
    """
    brought = [_pull_one(part, report) for part in parts_of(name)]
    return any(brought)


def _pull_one(name: str, report: Report) -> bool:
    if name in bundled_entries():
        raise WeightsError(
            f"{name} ships with photo-assist", "there is nothing to pull; assist weights verify checks it"
        )
    checkpoint = find_public_checkpoint(name)
    if can_be_used(name):
        return False
    if any(file.sha256 for file in checkpoint.files):
        require_packages(checkpoint)
    folder = downloads_folder(name)
    files = {file.role: fetch(file, folder, report) for file in checkpoint.files}
    keep_weights(checkpoint, files)
    shutil.rmtree(folder, ignore_errors=True)
    return True
