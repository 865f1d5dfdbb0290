"""`assist watch`: opens what a watch needs, lets it go on until somebody stops it, and leaves everything in order."""

from __future__ import annotations

from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.judging_desk import Judges
from assist_cli.workflows.watch.watch_request import WatchListener, WatchRequest
from assist_cli.workflows.watch.watch_run import WatchRun
from assist_cli.workflows.watch.watched_places import folders_among, locked, state_place
from index.catalog.database import open_catalog
from weights.registry import find_entry


def watch_folders(request: WatchRequest, listener: WatchListener) -> None:
    """Watches until it is interrupted, and then raises `Interrupted`; what was finished is kept.

    Raises `BadRequestError` for paths that are no folders, `AlreadyWatchedError`, `CatalogError`, `WeightsError`, `ProfileError`,
    `DeviceError`.
    """
    find_entry(request.weights)  # a name spelt wrong is told before anything is opened
    judges = Judges(request.device, request.weights, request.workers, profile_called(request.profile), apart=True)
    folders, state_dir = folders_among(request.paths), state_place(request.catalog)
    with open_catalog(request.catalog) as catalog, locked(folders, state_dir):
        run = WatchRun(request, judges, folders, catalog, listener)
        run.start(state_dir)
        try:
            run.go_on()
        finally:
            run.end()
