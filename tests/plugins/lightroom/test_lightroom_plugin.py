"""The plug-in of Lightroom Classic: its Lua 5.1, its specs against a stub of the SDK, and the same menu against a real `assist`."""

from __future__ import annotations

import importlib.util
import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.photo.mark_fields.crs_crop import crs_crop_edits
from index.photo.mark_fields.facts import MarkFacts
from index.photo.marks import CropBox
from plugins.lightroom import PLUGIN_FOLDER
from tests.plugins.lightroom.broken_off_server import TOKEN, broken_off_server

HERE = Path(__file__).parent
OURS = sorted(PLUGIN_FOLDER.glob("*.lua"))
LATER_THAN_5_1 = ("goto ", "//", "\\u{", "<const>", "<close>")


def found(program: str) -> str:
    where = shutil.which(program)
    if where is None:
        pytest.skip(f"{program} is not installed (Debian: lua5.1, lua-check, lua-busted, lua-socket)")
    return where


def busted(*specs: str, timeout_s: float = 120, **variables: str) -> None:
    """Under Lua 5.1, which Lightroom runs, whatever `lua` is here."""
    lua, runner = found("lua5.1"), found("busted")
    if subprocess.run([lua, "-e", "require 'socket'; require 'lfs'"], capture_output=True, check=False).returncode:
        pytest.skip("Lua has no socket or lfs (Debian: lua-socket, lua-filesystem)")
    run = subprocess.run(
        [lua, runner, "--output=plainTerminal", *specs],
        cwd=HERE,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert " 0 pending" in run.stdout, run.stdout


def test_every_file_is_lua_5_1():
    run = subprocess.run([found("luac5.1"), "-p", *OURS], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_no_file_has_what_came_after_lua_5_1(file):
    """Some of it, such as an escape, 5.1 would read as something else without a word."""
    code = [line for line in file.read_text("utf-8").splitlines() if "http://" not in line]
    assert not [line for line in code for late in LATER_THAN_5_1 if late in line]


@pytest.mark.parametrize("folder", [PLUGIN_FOLDER, HERE], ids=["plugin", "specs"])
def test_luacheck_has_nothing_to_say(folder):
    config = folder / ".luacheckrc" if folder == HERE else folder.parent / ".luacheckrc"
    command = [found("luacheck"), "--no-color", "--config", config, "."]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_the_specs_pass_under_lua_5_1():
    busted("spec")


@pytest.mark.heavy
def test_a_library_of_50_000_is_rated_and_taken_back():
    busted("spec/menu_spec.lua", timeout_s=900, ASSIST_TEST_LIBRARY="50000")


def in_lua(crop: CropBox, orientation: int, size_px: tuple[int, int]) -> dict[str, float]:
    """What CropFrame.lua makes of the crop."""
    box = ",".join(repr(edge) for edge in crop.edges)
    code = f"""
    package.path = "{PLUGIN_FOLDER}/?.lua"
    local crop = {{ box = {{ {box} }}, turn_deg = {crop.turn_deg} }}
    local settings = assert(require("CropFrame").settings(crop, {orientation}, {{ {size_px[0]}, {size_px[1]} }}))
    settings.HasCrop = nil
    print(require("Json").write(settings))
    """
    return json.loads(subprocess.run([found("lua5.1"), "-e", code], capture_output=True, check=True).stdout)


@pytest.mark.parametrize(("orientation", "turn_deg"), list(itertools.product(range(1, 9), (0.0, 2.5, -7.0))))
def test_a_crop_lies_where_our_sidecars_put_it(orientation, turn_deg):
    crop, size_px = CropBox(0.2, 0.15, 0.7, 0.8, turn_deg=turn_deg), (600, 400)
    edits = crs_crop_edits(crop, MarkFacts(), orientation, size_px)
    written = {edit.name.removeprefix("crs:"): edit.value for edit in edits}
    for name, value in in_lua(crop, orientation, size_px).items():
        assert float(written[name]) == pytest.approx(value, abs=1e-6)


def test_what_is_installed_has_the_plug_in():
    """Lua lies in a folder that is no Python package, and is told to the builder by name."""
    assert importlib.util.find_spec("plugins.lightroom") is not None
    pyproject = (HERE.parents[2] / "pyproject.toml").read_text("utf-8")
    assert '"plugins.lightroom" = ["assist.lrplugin/*.lua"]' in pyproject


def test_a_daemon_that_breaks_off_is_followed_by_the_program(tmp_path):
    with broken_off_server(tmp_path) as heard:
        busted("spec_real/dying_daemon_spec.lua", ASSIST_STATE=str(tmp_path))
    assert [len(request["paths"]) for request in heard.requests] == [16, 32]
    for headers in heard.headers:
        assert headers["content-type"] == "application/json"
        assert headers["authorization"] == f"Bearer {TOKEN}"
        assert headers["host"].startswith("127.0.0.1:")
        assert "origin" not in headers


@pytest.fixture
def photos(shoot_dir, tmp_path):
    folder = tmp_path / "a shoot's phötos"
    folder.mkdir()
    for photo in sorted(shoot_dir.glob("*.[jJ][pP]*[gG]"))[:4]:
        shutil.copy(photo, folder)
    return folder


@pytest.fixture
def variables(photos, tmp_path):
    """The surroundings of an `assist` of this test's own."""
    program = tmp_path / "assist"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m assist_cli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {
        "ASSIST_TEST_PHOTOS": str(photos),
        "ASSIST_TEST_PROGRAM": str(program),
        "ASSIST_STATE": str(tmp_path / "state"),
        "ASSIST_CATALOG": str(tmp_path / "catalog.db"),
        "PYTHONPATH": str(HERE.parents[2]),
    }


def test_the_menu_works_through_a_real_program(variables):
    busted("spec_real/real_assist_spec.lua", ASSIST_TEST_DOOR="program", **variables)


def test_the_menu_works_through_a_real_daemon(variables, photos):
    state = Path(variables["ASSIST_STATE"]) / "server.json"
    command = [variables["ASSIST_TEST_PROGRAM"], "serve", "--allow", photos, "--idle", "3"]
    with subprocess.Popen(command, env=os.environ | variables, stderr=subprocess.PIPE) as daemon:
        try:
            waits = 0
            while not state.exists() and daemon.poll() is None and waits < 600:
                time.sleep(0.1)
                waits += 1
            assert state.exists(), daemon.stderr.read() if daemon.stderr else ""
            busted("spec_real/real_assist_spec.lua", ASSIST_TEST_DOOR="daemon", **variables)
        finally:
            daemon.terminate()
            daemon.communicate(timeout=30)
