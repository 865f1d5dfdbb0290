"""What a person's own command is told of photos, with a real program."""

import json
import os
import sys
import time
from pathlib import Path

import pytest

from assist_cli.workflows.watch.hook_command import hook_command
from assist_cli.workflows.watch.run_hook import DecisionHooks
from assist_cli.workflows.watch.side_commands import SideCommands
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import Revision
from scoring.ranking.picks.choice import Decision

SCRIPT = """
import json, os, sys, tempfile
with tempfile.NamedTemporaryFile("w", dir=sys.argv[1], delete=False) as out:
    json.dump([sys.argv[2:], {name: text for name, text in os.environ.items() if name.startswith("ASSIST_P")}], out)
"""
NAMES = [
    "$(rm -rf x).jpg",
    "-rf.jpg",
    "two\nlines.jpg",
    "; touch pwned.jpg",
    "`id` 'a' \"b\" \\.jpg",
    "Grüße 写真.jpg",
    "{score}.jpg",
]
KEEPER, ALTERNATE, REJECT = Decision


@pytest.fixture
def heard(tmp_path):
    folder = tmp_path / "heard"
    folder.mkdir()
    return folder


@pytest.fixture
def line(tmp_path, heard):
    script = tmp_path / "hook script.py"
    script.write_text(SCRIPT)
    return f"'{sys.executable}' -I -S '{script}' '{heard}'"


def hooks(line, told, *decisions, at_once=2):
    commands = SideCommands(at_once=at_once)
    return DecisionHooks({one: hook_command(line, "--on-x") for one in decisions}, told.append, commands, grace_s=60.0)


def end(listener):
    listener.tick(Totals())
    listener.ended(Totals(), ())


def arguments_in(heard):
    return sorted(json.loads(file.read_text())[0] for file in heard.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
def test_any_file_name_arrives_as_one_argument_and_is_never_run(tmp_path, heard, line, monkeypatch):
    shoot, told = tmp_path / "shoot", []
    shoot.mkdir()
    monkeypatch.chdir(shoot)
    (shoot / "x").touch()
    photos = [shoot / name for name in [*NAMES, os.fsdecode(b"latin-\xe9.jpg")]]
    for photo in photos:
        photo.touch()
    listener = hooks(f"{line} {{path}} {{decision}}/{{score}} {{reason}}", told, KEEPER)
    listener.revised([Revision(photo, None, KEEPER, 50.0, ("better than $(id).jpg",)) for photo in photos])
    end(listener)
    assert told == []
    wanted = [[str(photo), "keeper/50.0", "better than $(id).jpg"] for photo in photos]
    assert arguments_in(heard) == sorted(wanted)
    assert set(shoot.iterdir()) == {shoot / "x", *photos}
    assert {json.loads(file.read_text())[1]["ASSIST_PATH"] for file in heard.iterdir()} == set(map(str, photos))


def test_command_runs_once_a_decision_and_again_only_when_it_comes_back(heard, line):
    told, photo = [], Path("/shoot/a.jpg")
    listener = hooks(line, told, KEEPER)
    for count, (before, now) in enumerate([(None, KEEPER), (KEEPER, KEEPER), (KEEPER, ALTERNATE), (ALTERNATE, KEEPER)]):
        listener.revised([Revision(photo, before, now, 50.0, (f"reason {count}",))])
        wait_for(heard, 1 if count < 3 else 2)
    end(listener)
    assert (arguments_in(heard), told) == ([[str(photo)], [str(photo)]], [])


def wait_for(heard, count):
    end_s = time.monotonic() + 20.0
    while len(list(heard.glob("*"))) < count and time.monotonic() < end_s:
        time.sleep(0.01)


def test_each_decision_has_its_own_command(heard, line):
    told = []
    listener = hooks(f"{line} {{decision}}", told, KEEPER, REJECT)
    paths = [Path(f"/shoot/{decision}.jpg") for decision in Decision]
    listener.revised([Revision(path, None, now, 1.0, ()) for path, now in zip(paths, Decision, strict=True)])
    end(listener)
    assert arguments_in(heard) == [["keeper"], ["reject_candidate"]]


def test_command_that_waits_does_not_run_when_the_decision_changes(heard, line):
    told, slow = [], f"'{sys.executable}' -c 'import time; time.sleep(0.5)'"
    commands = SideCommands(at_once=1)
    listener = DecisionHooks(
        {REJECT: hook_command(slow, "--on-reject"), KEEPER: hook_command(line, "--on-keeper")},
        told.append,
        commands,
        grace_s=60.0,
    )
    listener.revised([Revision(Path("/a.jpg"), None, REJECT, 1.0, ()), Revision(Path("/b.jpg"), None, KEEPER, 1.0, ())])
    listener.revised([Revision(Path("/b.jpg"), KEEPER, ALTERNATE, 1.0, ())])
    end(listener)
    assert list(heard.iterdir()) == []


def test_failing_command_is_told_once_with_its_exit_code():
    told = []
    listener = hooks(f"'{sys.executable}' -I -S -c 'raise SystemExit(4)'", told, KEEPER)
    listener.revised([Revision(Path(f"/shoot/{number}.jpg"), None, KEEPER, 1.0, ()) for number in range(4)])
    end(listener)
    assert len(told) == 1
    assert told[0].startswith("the command of --on-keeper ended with exit code 4, for ")
    assert "SystemExit(4)" in told[0]


def test_commands_that_were_cut_short_at_the_end_are_counted():
    told, commands = [], SideCommands(at_once=1)
    sleeps = hook_command(f"'{sys.executable}' -c 'import time; time.sleep(60)'", "--on-keeper")
    listener = DecisionHooks({KEEPER: sleeps}, told.append, commands, grace_s=0.2)
    listener.revised([Revision(Path(f"/{number}.jpg"), None, KEEPER, 1.0, ()) for number in range(2)])
    end(listener)
    assert told == ["2 commands did not run to their end"]
