"""What a killed run left open is settled by looking at its files."""

from __future__ import annotations

import fcntl

import pytest

from index.journal.database import open_journal
from index.journal.entries import WriteState
from index.journal.undo import planned_undo
from index.photo.marks import Marks
from index.photo.safe_file.lock import folder_lock
from index.photo.safe_file.part_file import part_name
from tests.index.journal.stars import done, planned, put_back, sidecar


@pytest.fixture
def intended(journal, shoot):
    """A run that was killed when it had intended to give a file four stars: `intended("a")`."""

    def intend(name):
        run = journal.begin("killed")
        journal.intend(run, [planned(shoot / f"{name}.NEF.xmp", 4)])
        return run

    return intend


def settled_state(journal, run):
    journal.settle()
    (write,) = journal.writes_of(run)
    return write.state


@pytest.mark.parametrize(("name", "title"), [("a", "harbour"), ("c", "")])
def test_file_that_was_written_is_done(journal, shoot, intended, name, title):
    run = intended(name)
    (shoot / f"{name}.NEF.xmp").write_bytes(sidecar(4, title))
    assert settled_state(journal, run) is WriteState.DONE
    assert journal.last_run() == run


@pytest.mark.parametrize("name", ["a", "c"])
def test_file_that_was_not_come_to_is_stopped(journal, intended, name):
    run = intended(name)
    assert settled_state(journal, run) is WriteState.STOPPED
    assert journal.last_run() is None


def test_file_that_others_changed_since_is_unsure(journal, shoot, intended):
    run = intended("a")
    (shoot / "a.NEF.xmp").write_bytes(sidecar(4, "renamed"))
    assert settled_state(journal, run) is WriteState.UNSURE
    assert journal.last_run() == run
    assert journal.bases([shoot / "a.NEF.xmp"]) == {}, "perhaps a person gave these stars"


def test_opening_settles_and_takes_part_files_away(journal, journal_file, shoot, intended):
    run = intended("a")
    (shoot / part_name("a.NEF.xmp")).write_bytes(b"half")
    journal.close()
    with open_journal(journal_file) as opened:
        assert [write.state for write in opened.writes_of(run)] == [WriteState.STOPPED]
    assert not (shoot / part_name("a.NEF.xmp")).exists()


def test_second_name_that_a_killed_run_left_of_a_new_file_goes(journal, shoot, intended):
    run = intended("c")
    (shoot / part_name("c.NEF.xmp")).write_bytes(sidecar(4))
    (shoot / "c.NEF.xmp").hardlink_to(shoot / part_name("c.NEF.xmp"))
    assert settled_state(journal, run) is WriteState.DONE
    assert (shoot / "c.NEF.xmp").stat().st_nlink == 1


def test_empty_file_that_a_killed_run_left_on_a_card_without_links_goes(journal, shoot, intended):
    run = intended("c")
    (shoot / part_name("c.NEF.xmp")).write_bytes(sidecar(4))
    (shoot / "c.NEF.xmp").touch()
    assert settled_state(journal, run) is WriteState.STOPPED
    assert not (shoot / "c.NEF.xmp").exists()


def test_empty_file_of_somebody_else_stays(journal, shoot, intended):
    run = intended("c")
    (shoot / "c.NEF.xmp").touch()
    assert settled_state(journal, run) is WriteState.UNSURE
    assert (shoot / "c.NEF.xmp").exists()


def test_disk_that_is_not_there_leaves_it_open_until_it_is(journal, shoot, tmp_path, intended):
    run = intended("a")
    shoot.rename(tmp_path / "unplugged")
    assert settled_state(journal, run) is WriteState.INTENDED
    assert journal.last_run() == run
    (tmp_path / "unplugged").rename(shoot)
    assert settled_state(journal, run) is WriteState.STOPPED


def test_empty_mount_point_says_nothing(journal, shoot, tmp_path, intended):
    run = intended("c")
    shoot.rename(tmp_path / "unplugged")
    shoot.mkdir()
    assert settled_state(journal, run) is WriteState.INTENDED


def test_file_that_another_run_is_at_is_left_to_it(journal, shoot, intended):
    run = intended("a")
    with folder_lock(shoot):
        assert settled_state(journal, run) is WriteState.INTENDED
    part = shoot / part_name("a.NEF.xmp")
    with part.open("wb") as living:
        fcntl.flock(living, fcntl.LOCK_EX)
        settled_state(journal, run)
        assert part.exists()


def test_file_that_is_a_link_now_is_unsure(journal, shoot, intended):
    run = intended("a")
    (shoot / "a.NEF.xmp").rename(shoot / "elsewhere.xmp")
    (shoot / "a.NEF.xmp").symlink_to("elsewhere.xmp")
    assert settled_state(journal, run) is WriteState.UNSURE


def test_run_that_was_settled_too_early_still_tells_how_it_went(journal, intended):
    run = intended("a")
    (write,) = journal.writes_of(run)
    assert settled_state(journal, run) is WriteState.STOPPED
    journal.end(done([write.id]))
    assert journal.last_run() == run


def test_run_that_is_alive_is_left_to_tell_itself(journal, journal_file, shoot, intended):
    run = intended("a")
    with open_journal(journal_file) as other:
        assert [write.state for write in other.writes_of(run)] == [WriteState.INTENDED]
    (shoot / "a.NEF.xmp").write_bytes(sidecar(4, "harbour"))
    journal.close()  # as a kill: nothing is noted
    with open_journal(journal_file) as later:
        assert later.last_run() == run
        assert later.bases([shoot / "a.NEF.xmp"]) == {shoot / "a.NEF.xmp": Marks(rating=4)}


def test_lock_files_of_killed_runs_go_and_those_of_living_ones_stay(journal, journal_file, intended):
    dead = journal_file.with_name("catalog.journal.db.run-7.lock")
    dead.touch()
    alive = journal_file.with_name(f"catalog.journal.db.run-{intended('a').id}.lock")
    open_journal(journal_file).close()
    assert (dead.exists(), alive.exists()) == (False, True)
    journal.close()
    assert not alive.exists()


def test_file_of_a_stopped_run_that_is_written_after_all_is_found_on_opening(journal, journal_file, shoot, intended):
    run = intended("a")
    assert settled_state(journal, run) is WriteState.STOPPED
    (shoot / "a.NEF.xmp").write_bytes(sidecar(4, "harbour"))
    journal.close()
    with open_journal(journal_file) as later:
        assert later.last_run() == run


def test_stopped_run_is_not_credited_with_what_a_later_one_wrote(journal, shoot, intended, give_stars):
    stopped = intended("a")
    settled_state(journal, stopped)
    give_stars(4, shoot / "a.NEF.xmp")
    journal.settle()
    assert [write.state for write in journal.writes_of(stopped)] == [WriteState.STOPPED]


def test_file_of_a_stopped_run_that_holds_its_bytes_after_all_is_taken_back(journal, shoot, intended, undo):
    run = intended("a")
    assert settled_state(journal, run) is WriteState.STOPPED
    (shoot / "a.NEF.xmp").write_bytes(sidecar(4, "harbour"))
    assert [step.kind for step in undo(run).steps] == ["restore"]
    assert (shoot / "a.NEF.xmp").read_bytes() == sidecar(None, "harbour")


def test_stopped_run_does_not_take_back_what_a_later_one_wrote(journal, shoot, intended, undo, give_stars):
    run = intended("a")
    settled_state(journal, run)
    give_stars(4, shoot / "a.NEF.xmp")
    assert undo(run).steps == ()
    assert (shoot / "a.NEF.xmp").read_bytes() == sidecar(4, "harbour")


def test_killed_undo_counts_as_far_as_it_came(journal, shoot, give_stars):
    run = give_stars(4, shoot / "a.NEF.xmp", shoot / "b.NEF.xmp")
    plans = [plan for _, plan in planned_undo(journal, run, put_back)]
    journal.intend(journal.begin("undo", undoes=run), plans)
    (shoot / "a.NEF.xmp").write_bytes(sidecar(None, "harbour"))
    journal.settle()
    assert [write.taken_back for write in journal.writes_of(run)] == [True, False]
    assert journal.tallies()[run.id].standing == 1
