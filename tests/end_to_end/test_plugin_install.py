"""`assist plugin` beside a real darktable: what it installed is loaded, asks the program that was noted, and is seen to run."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from tests.end_to_end.program import ROOT
from tests.plugins.darktable.stand_in import install_stand_in
from tests.real_editors.darktable_lighttable import SKIP_REASON, Lighttable

pytestmark = pytest.mark.skipif(SKIP_REASON is not None, reason=str(SKIP_REASON))

PHOTO = "DSC_0102.JPG"
SCRIPT = """
dt.database.import([[{photos}]])
wait(1500)
dt.gui.selection({{ dt.database[1] }})
wait(300)
plugin.actions.rate()
wait(200)
dt.control.execute([==[cd '{root}' &&
  '{python}' -m assist_cli plugin status darktable --folder "{config}" --format jsonl > '{status}']==])
tell({{ panel = dt.gui.libs.photo_assist ~= nil, stars = dt.database[1].rating, status = plugin.status() }})
"""


def assist_plugin(verb, config):
    command = [sys.executable, "-m", "assist_cli", "plugin", verb, "darktable", "--folder", str(config)]
    done = subprocess.run([*command, "--format", "jsonl"], cwd=ROOT, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def lighttable(tmp_path_factory, shoot_dir):
    home = tmp_path_factory.mktemp("installed by command")
    (home / "photos").mkdir()
    shutil.copy(shoot_dir / PHOTO, home / "photos" / PHOTO)
    (home / "answers.json").write_text(json.dumps({PHOTO: {"rating": 4, "why": "Sharp."}}))
    return Lighttable(home, install_stand_in(home, home / "answers.json"))


@pytest.fixture(scope="module")
def told(lighttable):
    home = lighttable.home
    places = {"photos": home / "photos", "config": home / "config", "status": home / "status.json"}
    (told,) = lighttable.does(SCRIPT.format(root=ROOT, python=sys.executable, **places))
    return told


def test_darktable_loads_what_was_installed_and_the_program_that_was_noted_answers(told):
    assert told["panel"] is True
    assert told["stars"] == 4


def test_status_sees_the_plugin_and_that_darktable_runs(told, lighttable):
    assert told["panel"]
    status = json.loads((lighttable.home / "status.json").read_text())
    assert (status["is_there"], status["is_this_version"], status["changed"]) == (True, True, [])
    assert (status["luarc"], status["running"]) == ("there", True)
    assert (status["program"], status["program_from"]) == (str(lighttable.program), "note")


def test_uninstall_leaves_the_luarc_and_what_darktable_keeps(told, lighttable):
    assert told["panel"]
    config = lighttable.home / "config"
    before = (config / "luarc").read_bytes()
    assert assist_plugin("uninstall", config)["done"] == "removed"
    assert not (config / "lua").exists()
    assert before.startswith((config / "luarc").read_bytes())
    assert (config / "library.db").exists()
    assert assist_plugin("status", config)["running"] is False
