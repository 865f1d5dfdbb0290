"""`assist watch --install` and `--uninstall`."""

from pathlib import Path

import pytest

from assist_cli.commands.watch import watch
from tests.assist_cli.workflows.watch.unit_texts.read_unit import command_line, values


@pytest.fixture
def inbox(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "in box"
    folder.mkdir()
    return folder


@pytest.fixture
def units(tmp_path):
    return lambda: sorted((tmp_path / "config").rglob("*.service"))


@pytest.fixture(autouse=True)
def on_linux(monkeypatch):
    monkeypatch.setattr("assist_cli.commands.watch_service.sys.platform", "linux")


def test_unit_starts_the_watch_that_was_asked_for(assist, catalog, inbox, units):
    wishes = ["--initial", "--poll", "--write-sidecars", "adobe", "--advice", "none", "--workers", "2", "--notify"]
    answer = assist("watch", inbox, *wishes, "--on-keeper", "cp -n {path} '/mnt/my keepers'", "--install")
    assert answer.exit_code == 0, answer.err
    (unit,) = units()
    program, *arguments = command_line(values(unit.read_bytes(), "ExecStart")[0])
    assert Path(program).is_absolute()
    assert arguments[:3] == ["watch", "--catalog", str(catalog)]
    assert "--weights" not in arguments
    assert arguments[-2:] == ["--", str(inbox)]
    for wish in wishes:
        assert wish in arguments
    assert arguments[arguments.index("--on-keeper") + 1].endswith("cp -n '{path}' '/mnt/my keepers'")


def test_unit_of_a_unit_is_the_same_unit(assist, catalog, inbox, units):  # noqa: ARG001 - set up first
    assist("watch", inbox, "--initial", "--on-reject", "cp -v", "--install")
    (unit,) = units()
    first = unit.read_bytes()
    program, *arguments = command_line(values(first, "ExecStart")[0])
    place = arguments.index("--")
    answer = assist(*arguments[:place], "--install", *arguments[place:])
    assert answer.exit_code == 0, answer.err
    assert unit.read_bytes() == first
    assert answer.out.startswith("As it was: ")
    assert program in first.decode()


def test_it_says_what_to_run_next_on_this_system_and_on_others(assist, catalog, inbox, units):  # noqa: ARG001 - as above
    out = assist("watch", inbox, "--install").out
    (unit,) = units()
    assert out.startswith(f"Written: {unit}\n")
    for words in (
        f"systemctl --user enable --now {unit.name}",
        f"assist watch --uninstall -- '{inbox}'",
        "~/Library/LaunchAgents/",
        "<key>ProgramArguments</key>",
        "schtasks /Create",
    ):
        assert words in out


def test_uninstall_takes_away_exactly_that(assist, catalog, inbox, units, tmp_path):  # noqa: ARG001 - as above
    other = tmp_path / "other"
    other.mkdir()
    assist("watch", other, "--install")
    kept = units()
    assist("watch", inbox, "--initial", "--install")
    answer = assist("watch", "--uninstall", inbox)
    assert answer.exit_code == 0
    assert "Removed: " in answer.out
    assert "systemctl --user stop" in answer.out
    assert units() == kept
    assert assist("watch", "--uninstall", inbox).out.startswith("Nothing to remove")


def test_uninstall_works_for_a_folder_that_is_gone(assist, catalog, inbox, units):  # noqa: ARG001 - as above
    assist("watch", inbox, "--install")
    inbox.rmdir()
    assist("watch", "--uninstall", inbox)
    assert units() == []


@pytest.mark.parametrize(
    "wrong", [("--weights", "no-such"), ("--profile", "no-such"), ("--on-keeper", "no-such-program"), ("--uninstall",)]
)
def test_wrong_wish_is_told_now_and_not_by_a_service_at_night(assist, catalog, inbox, units, wrong):  # noqa: ARG001
    answer = assist("watch", inbox, "--install", *wrong)
    assert answer.exit_code != 0
    assert len(answer.err.splitlines()) == 1
    assert units() == []


def test_nothing_is_watched_when_only_installing(assist, catalog, inbox):
    assist("watch", inbox, "--install")
    assert not catalog.exists()


def test_elsewhere_than_on_linux_nothing_is_written(assist, catalog, inbox, units, monkeypatch):  # noqa: ARG001
    monkeypatch.setattr("assist_cli.commands.watch_service.sys.platform", "darwin")
    answer = assist("watch", inbox, "--install")
    assert answer.out.startswith("Nothing was written")
    assert "launchctl bootstrap" in answer.out
    assert units() == []


def test_every_option_of_a_watch_is_kept_by_its_service():
    known = set(watch.__annotations__) - {"return", "ctx", "paths", "install", "uninstall"}
    assert known - {"format"} == {
        "poll", "initial", "write_sidecars", "advice", "on_keeper", "on_reject", "notify", "weights", "profile", "workers",
    }  # fmt: skip
