"""A cull in one kind of terminal, in a process of its own so that its memory can be told: prints JSON."""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.cull_app import CullApp
from assist_cli.screens.first_picture import begin_pictures
from assist_cli.screens.run_cull import CullRequest, cull_app
from assist_cli.screens.scoring_feed import BackgroundScoring
from assist_cli.workflows.cull.keymap import load_keymap
from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.save_request import SaveRequest
from assist_cli.workflows.see_shoot import ShootRequest
from assist_cli.workflows.worker_counts import workers_beside_a_screen
from tests.benchmarks.cull.person import Person, Times
from tests.benchmarks.cull.watched_driver import WatchedDriver
from tests.benchmarks.peak_memory import peak_memory_mb
from tests.benchmarks.pictures import TERMINALS

SIZE = (160, 48)
STEPS = 8
JUMPS = 8
SEED = 1
APART = 20
"""Photos between two jumps: more than are prepared around each."""


def measured(person: Person, photos: int, seconds: float) -> dict[str, Any]:
    """All but the memory, in milliseconds and pictures a second."""
    person.wait_idle()
    cached = person.one_by_one(STEPS)
    places = range(2 * APART, photos, APART)
    cold = person.far_jumps(random.Random(SEED).sample(places, min(JUMPS, len(places))))
    held = person.hold(seconds)
    rested = peak_memory_mb()
    person.look_around(photos)
    return {
        "cached": _told(cached),
        "cold": _told(cold),
        "held": {"drafts": held.drafts, "sharp": held.sharp, "late": 1000 * held.late},
        "memory": {"culling": rested, "looking around": peak_memory_mb()},
    }


def _told(times: Times) -> dict[str, float]:
    return {
        "first": 1000 * statistics.median(times.first),
        "sharp": 1000 * statistics.median(times.sharp),
        "best": 1000 * min(times.sharp),
        "worst": 1000 * max(times.sharp),
        "cpu": 1000 * statistics.median(times.cpu),
    }


def run(
    terminal: Terminal, folder: Path, do: Callable[[Person, int], dict[str, Any]], *, judges: bool
) -> dict[str, Any]:
    """Opens the cull, and lets `do` work in it from another thread."""
    told: dict[str, Any] = {}
    trouble: list[Exception] = []
    with (
        tempfile.TemporaryDirectory() as catalog_folder,
        open_session([folder], Path(catalog_folder) / "c.db") as session,
    ):
        catalog = Path(catalog_folder) / "c.db"
        save = SaveRequest([folder], catalog, "assist cull")
        shoot = ShootRequest([folder], catalog, workers=workers_beside_a_screen())
        request = CullRequest(load_keymap("lightroom"), lambda: shoot, save)
        app = cull_app(session, request, begin_pictures(session, terminal, SIZE))
        app.driver_class = WatchedDriver
        photos = len(session.photos)

        def work() -> None:
            try:
                told.update(do(Person(app, _driver(app)), photos))
            except Exception as error:  # the app has taken stderr: raised again once it gave it back
                trouble.append(error)
            finally:
                app.call_from_thread(app.exit)

        scoring = BackgroundScoring(app, request.shoot)

        def begin() -> None:
            threading.Thread(target=work, daemon=True).start()
            if judges:
                scoring.start()

        app.on_shown = begin
        try:
            app.run(size=SIZE)
        finally:
            scoring.stop()
            app.desk.shelf.close()
    for error in trouble:
        raise error
    return told


def _driver(app: CullApp) -> WatchedDriver:
    assert isinstance(app._driver, WatchedDriver)
    return app._driver


def main() -> None:
    """For `tests.benchmarks.cull_screen`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("terminal", choices=TERMINALS)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--judging", action="store_true")
    options = parser.parse_args()
    told = run(
        TERMINALS[options.terminal],
        options.photos,
        lambda person, photos: measured(person, photos, options.seconds),
        judges=options.judging,
    )
    sys.__stdout__.write(json.dumps(told))  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
