"""A unit is written once, and exactly that is taken away again."""

from dataclasses import replace
from pathlib import Path

import pytest

from assist_cli.failures import AssistError
from assist_cli.workflows.own_program import own_program
from assist_cli.workflows.watch.install_unit import (
    Done,
    install_unit,
    uninstall_unit,
    unit_folder,
    unit_path,
    watch_service,
)
from tests.assist_cli.workflows.watch.unit_texts.read_unit import command_line, values


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def service(home):
    return watch_service([home / "my shoot"], ["--initial"])


def test_unit_is_written_where_systemd_looks_for_a_persons_own(home, service):
    done = install_unit(service)
    assert done.done is Done.WRITTEN
    assert done.path == home / "config/systemd/user" / f"{service.name}.service"
    arguments = command_line(values(done.path.read_bytes(), "ExecStart")[0])
    assert arguments == [*own_program(), "watch", "--initial", "--", str(home / "my shoot")]


def test_relative_config_folder_counts_for_nothing():
    assert unit_folder({"XDG_CONFIG_HOME": "conf"}) == unit_folder({}) == Path.home() / ".config/systemd/user"


def test_folder_is_watched_from_wherever_the_service_starts(home, monkeypatch):
    monkeypatch.chdir(home)
    assert watch_service([Path("shoot")], []).arguments[-1] == str(home / "shoot")


@pytest.mark.parametrize("folder", ['a"b', "it's", "back\\slash", "two\nlines"])
def test_program_that_systemd_would_not_start_is_told_before_anything_is_written(folder, service):
    with pytest.raises(AssistError, match="quote or a backslash"):
        install_unit(replace(service, arguments=(f"/opt/{folder}/assist", *service.arguments[1:])))
    assert not unit_path(service).exists()


def test_second_time_changes_nothing(service):
    before = install_unit(service).path.stat()
    again = install_unit(service)
    assert again.done is Done.AS_IT_WAS
    assert again.path.stat().st_mtime_ns == before.st_mtime_ns


def test_other_options_replace_our_own_unit(home, service):
    install_unit(service)
    done = install_unit(watch_service([home / "my shoot"], ["--poll"]))
    assert done.done is Done.REPLACED
    assert b'"--poll"' in done.path.read_bytes()


@pytest.mark.parametrize("change", [b"\nMemoryMax=1G\n", b"# mine\n"])
def test_unit_that_a_person_changed_is_left_alone(service, change):
    path = install_unit(service).path
    path.write_bytes(path.read_bytes() + change)
    mine = path.read_bytes()
    for act in (lambda: install_unit(watch_service(service.paths, ["--poll"])), lambda: uninstall_unit(service.name)):
        with pytest.raises(AssistError, match="changed since") as refused:
            act()
        assert refused.value.hint
    assert path.read_bytes() == mine


def test_link_in_its_place_is_not_written_through(home, service):
    target = home / "elsewhere"
    target.write_text("mine")
    unit_path(service).parent.mkdir(parents=True)
    unit_path(service).symlink_to(target)
    with pytest.raises(AssistError, match="link"):
        install_unit(service)
    assert target.read_text() == "mine"


def test_uninstall_takes_away_the_unit_and_its_links_and_nothing_else(service):
    path = install_unit(service).path
    wants = path.parent / "default.target.wants"
    wants.mkdir()
    (wants / path.name).symlink_to(path)
    (wants / "other.service").symlink_to("/usr/lib/systemd/user/other.service")
    (path.parent / "other.service").write_text("[Service]\n")
    done = uninstall_unit(service.name)
    assert (done.done, done.links_removed) == (Done.REMOVED, (wants / path.name,))
    left = sorted(str(one.relative_to(path.parent)) for one in path.parent.rglob("*"))
    assert left == ["default.target.wants", "default.target.wants/other.service", "other.service"]


def test_uninstall_twice_says_that_there_is_nothing(service):
    install_unit(service)
    uninstall_unit(service.name)
    assert uninstall_unit(service.name).done is Done.NOT_THERE
