"""How long an editor waits for 200 photos that are scored already: `python -m tests.benchmarks.plug`.

Prints seconds by the clock and of the processor that answered, the best and the middle of several runs; the issue "Inside darktable
and Lightroom Classic" asks for less than 1 s by the server and less than 2.5 s by the command line. Crops are looked for anew each
time, so each photo is opened. Then a few photos that nobody has scored, request after request, and the memory of the server.
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

from PIL import Image

from plugins.protocol import PlugRequest, Verb, request_bytes
from plugins.server.client import ask
from plugins.server.state_file import ServerState, read_state, state_path
from tests.shoot.render import render_shoot

PHOTOS, RUNS, NEW_A_TIME, NEW_REQUESTS = 200, 3, 3, 6
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
VERBS = (Verb.RATE, Verb.PICK, Verb.CROP, Verb.EXPLAIN)
Cpu = Callable[[], float]


def photos_in(folder: Path) -> list[str]:
    render_shoot(folder / "drawn")
    drawn = sorted((folder / "drawn").glob("*.JPG"))
    (folder / "shoot").mkdir()
    made = [folder / "shoot" / f"P{number:04d}.JPG" for number in range(PHOTOS)]
    for number, photo in enumerate(made):
        shutil.copyfile(drawn[number % len(drawn)], photo)
    return list(map(str, made))


def new_photos(folder: Path, number: int) -> tuple[str, ...]:
    """Some that nobody has scored."""
    folder = folder / f"new {number}"
    folder.mkdir()
    for photo in sorted((folder.parent / "drawn").glob("*.JPG"))[:NEW_A_TIME]:
        with Image.open(photo) as drawn:
            drawn.crop((number + 1, 0, drawn.width, drawn.height)).save(folder / photo.name)
    return tuple(map(str, sorted(folder.iterdir())))


def children_cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def process_cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND


def memory_mb(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


def tell(name: str, run: Callable[[], object], cpu_s: Cpu = children_cpu_s, runs: int = RUNS) -> None:
    walls, cpus = [], []
    for _ in range(runs):
        begun_s, before_s = time.perf_counter(), cpu_s()
        run()
        walls.append(time.perf_counter() - begun_s)
        cpus.append(cpu_s() - before_s)
    middle = statistics.median(walls)
    print(f"{name:48s} best {min(walls):.2f} s  median {middle:.2f} s  processor {min(cpus):.2f} s", flush=True)


def by_server(state: ServerState, verb: Verb, paths: tuple[str, ...]) -> None:
    told = json.loads(ask(state, request_bytes(PlugRequest(verb, paths)), lambda _: None))
    assert [one["error"] for one in told["results"]] == [None] * len(paths)


def with_server(folder: Path, paths: tuple[str, ...], by_command: Callable[[Verb], None]) -> None:
    command = [sys.executable, "-m", "assist_cli", "serve", "--quiet", "--allow", str(folder), "--idle", "5"]
    server = subprocess.Popen(command)
    try:
        while (state := read_state(state_path())) is None:
            time.sleep(0.1)
        own_cpu_s = lambda: process_cpu_s(server.pid)  # noqa: E731
        for verb in VERBS:
            by_server(state, verb, paths)
            tell(f"{verb} by the server", lambda verb=verb: by_server(state, verb, paths), own_cpu_s)
            tell(f"{verb} by the command line and the server", lambda verb=verb: by_command(verb))
        for number in range(NEW_REQUESTS):
            new = new_photos(folder, number)
            tell(
                f"{NEW_A_TIME} new photos, request {number + 1}",
                lambda new=new: by_server(state, Verb.RATE, new),
                own_cpu_s,
                1,
            )
            print(f"  the server holds {memory_mb(server.pid)} MB")
    finally:
        server.terminate()
        server.wait(20)


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        os.environ |= {"ASSIST_CATALOG": str(folder / "catalog.db"), "ASSIST_STATE": str(folder / "state")}
        # As after an installation, wherever our own sources may not be compiled beside them.
        os.environ |= {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
        paths = tuple(photos_in(folder))
        asked, told = folder / "ask.json", folder / "told.json"

        def by_command(verb: Verb) -> None:
            asked.write_bytes(request_bytes(PlugRequest(verb, paths)))
            command = [sys.executable, "-m", "assist_cli", "plug", "--request", str(asked), "--reply", str(told)]
            subprocess.run(command, check=True)
            assert len(json.loads(told.read_bytes())["results"]) == PHOTOS

        by_command(Verb.RATE)
        print(f"load average before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        for verb in VERBS:
            by_command(verb)
            tell(f"{verb} by the command line alone", lambda verb=verb: by_command(verb))
        with_server(folder, paths, by_command)


if __name__ == "__main__":
    main()
