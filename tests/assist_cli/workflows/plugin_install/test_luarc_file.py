"""luarc on the disk: whole, with its permissions, a link stays a link."""

import pytest

from assist_cli.workflows.plugin_install.luarc import LINE
from assist_cli.workflows.plugin_install.luarc_file import LuarcDone, add_line, remove_line


@pytest.fixture
def luarc(tmp_path):
    return tmp_path / "luarc"


def test_line_is_added_once(luarc):
    assert add_line(luarc, dry_run=False) is LuarcDone.ADDED
    assert add_line(luarc, dry_run=False) is LuarcDone.THERE
    assert luarc.read_bytes() == LINE + b"\n"


def test_permissions_stay(luarc):
    luarc.write_bytes(b"a=1\n")
    luarc.chmod(0o600)
    add_line(luarc, dry_run=False)
    assert luarc.stat().st_mode & 0o777 == 0o600


def test_link_stays_a_link_and_the_file_behind_it_is_changed(luarc, tmp_path):
    real = tmp_path / "dotfiles" / "luarc"
    real.parent.mkdir()
    real.write_bytes(b"a=1\n")
    luarc.symlink_to(real)
    add_line(luarc, dry_run=False)
    assert luarc.is_symlink()
    assert LINE in real.read_bytes()
    assert [path.name for path in real.parent.iterdir()] == ["luarc"]
    assert remove_line(luarc, made=False, dry_run=False) is LuarcDone.REMOVED
    assert luarc.is_symlink()
    assert real.read_bytes() == b"a=1\n"


@pytest.mark.parametrize(
    ("data", "done"),
    [(b'require "tools/script_manager"\n', LuarcDone.MANAGED), (b"return 1\n", LuarcDone.REFUSED)],
)
def test_file_that_should_not_have_the_line_stays_as_it_is(luarc, data, done):
    luarc.write_bytes(data)
    assert add_line(luarc, dry_run=False) is done
    assert luarc.read_bytes() == data


def test_write_protected_file_stays_as_it_is(luarc):
    luarc.write_bytes(b"a=1\n")
    luarc.chmod(0o444)
    with pytest.raises(PermissionError):
        add_line(luarc, dry_run=False)
    assert luarc.read_bytes() == b"a=1\n"


def test_dry_run_writes_nothing(luarc):
    assert add_line(luarc, dry_run=True) is LuarcDone.ADDED
    assert not luarc.exists()
    luarc.write_bytes(LINE)
    assert remove_line(luarc, made=True, dry_run=True) is LuarcDone.REMOVED
    assert luarc.read_bytes() == LINE


@pytest.mark.parametrize("made", [True, False])
def test_file_that_we_made_goes_when_it_is_empty(luarc, made):
    luarc.write_bytes(LINE + b"\n")
    assert remove_line(luarc, made=made, dry_run=False) is LuarcDone.REMOVED
    assert luarc.exists() is not made


def test_line_of_a_person_is_theirs(luarc):
    luarc.write_bytes(b"require 'photo_assist/assist'\n")
    assert remove_line(luarc, made=False, dry_run=False) is LuarcDone.THEIRS
    assert luarc.read_bytes() == b"require 'photo_assist/assist'\n"


def test_no_file_has_no_line(luarc):
    assert remove_line(luarc, made=True, dry_run=False) is LuarcDone.NOT_THERE
