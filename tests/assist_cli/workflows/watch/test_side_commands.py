"""Programs beside a watch: bounded, ended, and heard of only where they fail."""

import sys
import time

import pytest

from assist_cli.workflows.watch.side_commands import Command, SideCommands

SLEEP = "import time; time.sleep(60)"
NOTES_WHEN = "import pathlib, sys, time; p = pathlib.Path(sys.argv[1]); p.touch(); time.sleep(0.2); p.unlink()"

BEGINS_AND_ENDS = """
import sys, time
for word, pause_s in (("begins", 0.3), ("ends", 0.0)):
    with open(sys.argv[1], "a") as log:
        print(sys.argv[2], word, file=log)
    time.sleep(pause_s)
"""


def python(code, *arguments):
    return Command((sys.executable, "-I", "-S", "-c", code, *map(str, arguments)))


def until(is_so, at_most_s=20.0):
    end_s = time.monotonic() + at_most_s
    while not is_so() and time.monotonic() < end_s:
        time.sleep(0.01)
    assert is_so()


def all_failures(commands):
    until(lambda: len(commands) == 0)
    return [failure.words for failure in commands.failures()]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise SystemExit(7)", "ended with exit code 7"),
        ("import os; os.kill(os.getpid(), 9)", "was ended by signal 9"),
    ],
)
def test_command_that_fails_is_told_with_how_it_ended(code, words):
    commands = SideCommands()
    commands.put("a", python(code))
    assert all_failures(commands) == [words]


def test_command_that_succeeds_is_not_told():
    commands = SideCommands()
    commands.put("a", python("print('hello')"))
    assert all_failures(commands) == []


def test_program_that_is_not_there_is_a_failure_and_no_crash():
    commands = SideCommands()
    commands.put("a", Command(("/nowhere/program",)))
    assert all_failures(commands) == ["could not be started: No such file or directory"]


def test_output_of_a_command_is_not_mixed_into_ours(capfd):
    commands = SideCommands()
    commands.put("a", python("import sys; print('out'); print('err', file=sys.stderr)"))
    assert all_failures(commands) == []
    assert capfd.readouterr() == ("", "")


def test_command_that_hangs_is_stopped_with_what_it_started(tmp_path):
    pid = tmp_path / "pid"
    commands = SideCommands(timeout_s=2.0)
    commands.put("a", Command(("sh", "-c", 'sleep 60 & echo $! > "$1"; wait', "sh", str(pid))))
    assert all_failures(commands) == ["took longer than 2 s and was stopped"]
    until(lambda: is_dead(int(pid.read_text())))


def is_dead(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:  # noqa: PTH123 - a zombie that nobody reaps counts as dead
            return stat.read().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_no_more_run_at_once_than_are_allowed(tmp_path):
    commands, most = SideCommands(at_once=2), 0
    for number in range(6):
        commands.put(number, python(NOTES_WHEN, tmp_path / str(number)))
    while len(commands):
        most = max(most, len(list(tmp_path.iterdir())))
    assert 1 <= most <= 2


def test_only_the_last_command_of_a_key_waits_and_two_of_one_never_run_together(tmp_path):
    commands, log = SideCommands(at_once=2), tmp_path / "log"
    commands.put("a", python(BEGINS_AND_ENDS, log, "first"))
    until(log.exists)
    commands.put("a", python(BEGINS_AND_ENDS, log, "second"))
    commands.put("a", python(BEGINS_AND_ENDS, log, "third"))
    assert all_failures(commands) == []
    assert log.read_text().splitlines() == ["first begins", "first ends", "third begins", "third ends"]


def test_command_that_is_not_wanted_any_more_does_not_run(tmp_path):
    commands, mark = SideCommands(at_once=1), tmp_path / "mark"
    commands.put("a", python("import time; time.sleep(0.3)"))
    commands.put("b", python("import sys; open(sys.argv[1], 'w')", mark))
    commands.drop("b")
    assert all_failures(commands) == []
    assert not mark.exists()


def test_end_waits_for_what_was_asked_for(tmp_path):
    commands = SideCommands(at_once=1)
    for number in range(3):
        commands.put(number, python("import sys; open(sys.argv[1], 'w')", tmp_path / str(number)))
    assert commands.end(grace_s=20.0) == 0
    assert len(list(tmp_path.iterdir())) == 3


def test_end_stops_what_takes_too_long_and_counts_it():
    commands = SideCommands(at_once=1)
    for number in range(3):
        commands.put(number, python(SLEEP))
    assert commands.end(grace_s=0.2) == 3
    until(lambda: len(commands) == 0)
    assert commands.failures() == []


@pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning")
def test_a_program_that_may_not_be_stopped_holds_up_no_other_and_no_end(monkeypatch):
    def forbidden(_group, _signal):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("assist_cli.workflows.watch.side_commands.os.killpg", forbidden)
    commands = SideCommands(at_once=1, timeout_s=0.3)
    commands.put("a", python("import time; time.sleep(2)"))
    commands.put("b", python("raise SystemExit(7)"))
    assert all_failures(commands) == ["took longer than 0.3 s and could not be stopped", "ended with exit code 7"]
    patient = SideCommands()
    patient.put("c", python("import time; time.sleep(2)"))
    assert patient.end(0.5) == 1
