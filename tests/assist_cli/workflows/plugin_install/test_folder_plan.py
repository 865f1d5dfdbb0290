"""What becomes of each file."""

import pytest

from assist_cli.failures import AssistError
from assist_cli.workflows.plugin_install.folder_look import LINK
from assist_cli.workflows.plugin_install.folder_plan import plan_folder
from assist_cli.workflows.plugin_install.manifest import Manifest, digest
from assist_cli.workflows.plugin_install.program_note import NOTE

OLD, NEW, MINE = b"old", b"new", b"mine"
OURS = {"a.lua": NEW, NOTE: b"/assist\n"}


def there(**files):
    return {name.replace("_", "."): digest(data) for name, data in files.items()}


def noted(present):
    return Manifest("1", "/assist", made_luarc=False, files=present)


def test_empty_folder_gets_all_that_is_ours():
    plan = plan_folder({}, OURS, None)
    assert (dict(plan.write), plan.carried, dict(plan.kept), plan.changes) == (OURS, (), {}, True)


def test_same_files_change_nothing():
    present = {name: digest(data) for name, data in OURS.items()}
    assert not plan_folder(present, OURS, noted(present)).changes


def test_file_of_an_older_version_is_replaced_without_a_copy():
    present = there(a_lua=OLD)
    plan = plan_folder(present, OURS, noted(present))
    assert plan.changes
    assert not plan.kept


def test_file_that_this_version_has_no_more_goes():
    present = {**{name: digest(data) for name, data in OURS.items()}, "gone.lua": digest(OLD)}
    plan = plan_folder(present, OURS, noted(present))
    assert plan.changes
    assert "gone.lua" not in {*plan.write, *plan.carried, *plan.kept}


@pytest.mark.parametrize("name", ["a.lua", "gone.lua"])
def test_file_of_ours_that_a_person_changed_is_kept_beside(name):
    plan = plan_folder({name: digest(MINE)}, OURS, noted({name: digest(OLD)}))
    assert dict(plan.kept) == {name: f"{name}.kept"}


def test_link_in_place_of_a_file_of_ours_is_kept_beside():
    assert dict(plan_folder({"a.lua": LINK}, OURS, None).kept) == {"a.lua": "a.lua.kept"}


def test_second_change_gets_a_name_of_its_own():
    present = {"a.lua": digest(MINE), "a.lua.kept": digest(b"earlier")}
    plan = plan_folder(present, OURS, noted({"a.lua": digest(OLD)}))
    assert dict(plan.kept) == {"a.lua": "a.lua.kept2"}
    assert plan.carried == ("a.lua.kept",)


def test_what_is_kept_already_is_not_kept_twice():
    present = {"a.lua": digest(MINE), "a.lua.kept": digest(MINE)}
    plan = plan_folder(present, OURS, noted({"a.lua": digest(OLD)}))
    assert not plan.kept
    assert plan.carried == ("a.lua.kept",)


def test_files_of_a_person_stay():
    assert plan_folder({"notes.txt": digest(MINE)}, OURS, None).carried == ("notes.txt",)


@pytest.mark.parametrize("before", [None, noted({NOTE: digest(b"/older/assist\n")})])
def test_program_that_a_person_noted_stays(before):
    plan = plan_folder({NOTE: digest(b"/their/assist\n")}, OURS, before)
    assert plan.carried == (NOTE,)
    assert NOTE not in plan.write


def test_program_that_we_noted_follows_this_program():
    plan = plan_folder({NOTE: digest(b"/older/assist\n")}, OURS, noted({NOTE: digest(b"/older/assist\n")}))
    assert plan.write[NOTE] == OURS[NOTE]


@pytest.mark.parametrize("mine", ["a.lua/mine.txt", "lib"])
def test_folder_in_place_of_a_file_is_refused(mine):
    with pytest.raises(AssistError, match="has to be"):
        plan_folder({mine: digest(MINE)}, {**OURS, "lib/b.lua": NEW}, None)
