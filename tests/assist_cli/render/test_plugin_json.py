"""One installation as JSON."""

from pathlib import Path

from assist_cli.failures import Trouble
from assist_cli.render.plugin_json import outcome_json, status_json
from assist_cli.workflows.plugin_install.install import Done, Outcome
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone
from assist_cli.workflows.plugin_install.place import Editor, Packing, Place
from assist_cli.workflows.plugin_install.status import PlaceStatus

BASE = Path("/home/ada/.config/darktable")
PLACE = Place(Editor.DARKTABLE, Packing.NATIVE, BASE, BASE)
HEAD = {
    "schema": "assist.plugin/1",
    "editor": "darktable",
    "packing": "native",
    "folder": "/home/ada/.config/darktable/lua/photo_assist",
}


def test_outcome_has_every_field():
    outcome = Outcome(
        PLACE, Done.INSTALLED, kept=(("a", "a.kept"),), left=("b",), luarc=LuarcDone.ADDED, program="/assist"
    )
    assert outcome_json(outcome, dry_run=True) == {
        **HEAD,
        "dry_run": True,
        "done": "installed",
        "kept": {"a": "a.kept"},
        "left": ["b"],
        "kept_aside": None,
        "luarc": "added",
        "program": "/assist",
        "program_is_yours": False,
        "running": False,
        "error": None,
    }


def test_what_is_not_there_has_nothing_to_tell():
    said = status_json(PlaceStatus(PLACE, trouble=Trouble("gone", "plug it in", 1)), server_is_up=True)
    assert said["error"] == {"message": "gone", "hint": "plug it in"}
    assert (said["is_there"], said["version"], said["program"], said["program_from"]) == (False, None, None, None)
    assert said["server"] is True
