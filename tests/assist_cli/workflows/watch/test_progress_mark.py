"""How far a folder is dealt with survives the process."""

import time

from assist_cli.workflows.watch import progress_mark
from assist_cli.workflows.watch.folder_patrol import Swept
from assist_cli.workflows.watch.progress_mark import SKEW_S, ProgressMark
from index.watch.listing import list_tree


def came(mark, inbox, now_ns=None):
    return [path.name for path in mark.not_dealt_with(list_tree(inbox), now_ns or time.time_ns())]


def test_the_first_watch_begins_now_and_a_kill_loses_nothing(inbox, arrive, tmp_path):
    arrive("before.jpg", 1)
    later_ns = time.time_ns() + 10**9
    assert came(ProgressMark(inbox, tmp_path), inbox, later_ns) == []
    while arrive("after.jpg", 2).stat().st_ctime_ns < later_ns:
        time.sleep(0.05)
    assert came(ProgressMark(inbox, tmp_path), inbox) == ["after.jpg"]


def test_only_what_a_sweep_told_and_was_dealt_with_counts(inbox, arrive, tmp_path):
    mark = ProgressMark(inbox, tmp_path)
    came(mark, inbox, 1)
    arrive("IMG_1.JPG", 1)
    far_ns = time.time_ns() + int(60 * 1e9)
    mark.all_dealt_with()
    assert came(ProgressMark(inbox, tmp_path), inbox) == ["IMG_1.JPG"]
    mark.swept(Swept(inbox, far_ns, list_tree(inbox).folders))
    mark.doubt()
    mark.all_dealt_with()
    assert came(ProgressMark(inbox, tmp_path), inbox) == ["IMG_1.JPG"]
    mark.swept(Swept(inbox, far_ns, list_tree(inbox).folders))
    mark.all_dealt_with()
    assert came(ProgressMark(inbox, tmp_path), inbox) == []


def test_photos_in_a_folder_that_was_moved_here_came_with_it_however_old_they_look(inbox, arrive, tmp_path):
    arrive("DCIM/100/before.jpg", 1)
    arrive("100/moved.jpg", 2, folder=tmp_path / "card")
    mark, far_ns = ProgressMark(inbox, tmp_path), time.time_ns() + int(60 * 1e9)
    assert came(mark, inbox, far_ns) == []
    (tmp_path / "card").rename(inbox / "DCIM" / "card")
    assert came(mark, inbox) == ["moved.jpg"]
    mark.swept(Swept(inbox, far_ns, list_tree(inbox).folders))
    mark.all_dealt_with()
    assert came(mark, inbox) == []


def test_a_sweep_that_began_before_a_photo_was_lost_does_not_count(inbox, arrive, tmp_path, monkeypatch):
    monkeypatch.setattr(progress_mark, "SKEW_S", 0)
    mark = ProgressMark(inbox, tmp_path)
    came(mark, inbox, 1)
    arrive("IMG_1.JPG", 1)
    began_ns = time.time_ns()
    mark.doubt()
    mark.swept(Swept(inbox, began_ns, list_tree(inbox).folders))
    mark.all_dealt_with()
    assert came(ProgressMark(inbox, tmp_path), inbox) == ["IMG_1.JPG"]


def test_what_came_just_before_is_looked_at_again(inbox, arrive, tmp_path):
    ctime_ns = arrive("IMG_1.JPG", 1).stat().st_ctime_ns
    mark = ProgressMark(inbox, tmp_path)
    mark.swept(Swept(inbox, ctime_ns + int(SKEW_S / 2 * 1e9), list_tree(inbox).folders))
    mark.all_dealt_with()
    assert came(mark, inbox) == ["IMG_1.JPG"]


def test_a_state_that_cannot_be_written_ends_nothing(inbox, tmp_path):
    (tmp_path / "state").write_text("a file where the folder should be")
    mark = ProgressMark(inbox, tmp_path / "no" / "state")
    (tmp_path / "no").write_text("likewise")
    mark.swept(Swept(inbox, time.time_ns()))
    mark.all_dealt_with()
