"""How long an editor waits for 200 photos that are scored already: `python -m tests.benchmarks.plug`.

Prints seconds by the clock and of this process's own and its children's processor, the best and the middle of several runs; the
issue "Inside darktable and Lightroom Classic" asks for less than 1 s by the server and less than 2.5 s by the command line.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from plugins.protocol import PlugRequest, Verb, request_bytes
from plugins.server.client import ask
from plugins.server.state_file import read_state, state_path
from tests.shoot.render import render_shoot

PHOTOS, RUNS = 200, 3


def photos_in(folder: Path) -> list[str]:
    render_shoot(folder / "drawn")
    drawn = sorted((folder / "drawn").glob("*.JPG"))
    (folder / "shoot").mkdir()
    made = [folder / "shoot" / f"P{number:04d}.JPG" for number in range(PHOTOS)]
    for number, photo in enumerate(made):
        shutil.copyfile(drawn[number % len(drawn)], photo)
    return list(map(str, made))


def cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tell(name: str, run: Callable[[], None]) -> None:
    walls, cpus = [], []
    for _ in range(RUNS):
        begun_s, before_s = time.perf_counter(), cpu_s()
        run()
        walls.append(time.perf_counter() - begun_s)
        cpus.append(cpu_s() - before_s)
    middle = statistics.median(walls)
    print(
        f"{name:48s} best {min(walls):.2f} s  median {middle:.2f} s  processor of children {min(cpus):.2f} s",
        flush=True,
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        os.environ |= {"ASSIST_CATALOG": str(folder / "catalog.db"), "ASSIST_STATE": str(folder / "state")}
        paths = tuple(photos_in(folder))
        asked, told = folder / "ask.json", folder / "told.json"

        def by_command(verb: Verb) -> None:
            asked.write_bytes(request_bytes(PlugRequest(verb, paths)))
            command = [sys.executable, "-m", "assist_cli", "plug", "--request", str(asked), "--reply", str(told)]
            subprocess.run(command, check=True)
            assert len(json.loads(told.read_bytes())["results"]) == PHOTOS

        by_command(Verb.RATE)
        print(f"load average before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        for verb in (Verb.RATE, Verb.PICK, Verb.EXPLAIN):
            tell(f"{verb} by the command line alone", lambda verb=verb: by_command(verb))
        command = [sys.executable, "-m", "assist_cli", "serve", "--quiet", "--allow", str(folder), "--idle", "5"]
        server = subprocess.Popen(command)
        try:
            while (state := read_state(state_path())) is None:
                time.sleep(0.1)
            by_server = lambda verb: ask(state, request_bytes(PlugRequest(verb, paths)), lambda _: None)  # noqa: E731
            for verb in (Verb.RATE, Verb.PICK, Verb.EXPLAIN):
                by_server(verb)
                tell(f"{verb} by the server", lambda verb=verb: by_server(verb))
                tell(f"{verb} by the command line and the server", lambda verb=verb: by_command(verb))
        finally:
            server.terminate()
            server.wait(20)


if __name__ == "__main__":
    main()
