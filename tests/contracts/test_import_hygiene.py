"""What must start fast loads little: seen from a fresh interpreter, for only that proves it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("torch", "torchvision", "numpy", "cv2", "onnxruntime", "sqlite_utils", "PIL", "rawpy", "exifread")


def loaded_after(statement, cwd, *names):
    """Which of `names` are in sys.modules after `statement` ran in a fresh interpreter."""
    code = f"{statement}\nimport sys\nprint(*[name for name in {names!r} if name in sys.modules], file=sys.stderr)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ASSIST_CATALOG": str(cwd / "catalogue.db")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env=environment, capture_output=True, text=True, check=True
    )
    return done.stderr.strip().splitlines()[-1].split() if done.stderr.strip() else []


def run_assist(*arguments):
    return (
        f"import sys\nsys.argv = ['assist', *{list(arguments)!r}]\nfrom assist_cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option, tmp_path):
    assert loaded_after(run_assist(option), tmp_path, *HEAVY) == []


def test_listing_weights_loads_no_network_library(tmp_path):
    assert loaded_after(run_assist("weights", "list"), tmp_path, *HEAVY) == []


@pytest.mark.parametrize(("workers", "loaded"), [("1", ["onnxruntime"]), ("2", [])])
def test_scoring_on_the_cpu_never_loads_torch_and_apart_no_network_at_all(tmp_path, shoot_dir, workers, loaded):
    photo = str(sorted(shoot_dir.glob("*.[jJ][pP][gG]"))[0])
    arguments = ("--device", "cpu", "--quiet", "score", photo, "--format", "jsonl", "--workers", workers)
    statement = f"from assist_cli.workflows import score_photos\nscore_photos.MANY_PHOTOS = 1\n{run_assist(*arguments)}"
    assert loaded_after(statement, tmp_path, "onnxruntime", "torch", "torchvision") == loaded


JUDGES = (
    "scoring.frame",
    "scoring.judge",
    "scoring.registry",
    "scoring.crops.advise",
    "scoring.overlays.focus",
    "scoring.ranking.profile",
    "weights.registry",
)
OTHER_DOORS = ("torch", "onnxruntime", "rawpy", "pillow_heif", "PIL", "lxml", "faiss", "watchdog")
OTHER_SCREENS = ("assist_cli.screens.grid_screen", "assist_cli.pictures.overlay_picture", "assist_cli.pictures.sixel")
CULL_UNTIL_THE_FIRST_PHOTO = """
import asyncio, sys
import assist_cli.commands.cull as command
from assist_cli.screens import cull_app
command._need_terminal = lambda: None
cull_app.SHOWN_BY_S = 3600.0
async def look(app):
    async with app.run_test(size=(160, 48)) as pilot:
        while app.screen.picture.shown is None:
            await pilot.pause(0.01)
        assert app.screen.picture.shown.lines
cull_app.CullApp.run = lambda app: asyncio.run(look(app))
"""


def test_first_photo_of_a_cull_waits_for_nothing_that_judges_photos(tmp_path, shoot_dir):
    photo = sorted(shoot_dir.glob("*.[jJ][pP][gG]"))[0]
    statement = CULL_UNTIL_THE_FIRST_PHOTO + run_assist("cull", str(photo), "--images", "half")
    assert loaded_after(statement, tmp_path, "cv2", *JUDGES, *OTHER_DOORS, *OTHER_SCREENS) == ["cv2"]
