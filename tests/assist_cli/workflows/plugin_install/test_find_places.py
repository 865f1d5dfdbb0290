"""Which installations are found."""

import sys

import pytest

from assist_cli.failures import AssistError, BadRequestError
from assist_cli.workflows.plugin_install.find_places import find_places, found_places
from assist_cli.workflows.plugin_install.place import Editor, Packing

FLATPAK = ".var/app/org.darktable.Darktable/config/darktable"


def packings(places):
    return [place.packing for place in places]


def test_every_installation_that_is_there_is_found(home):
    for name in (".config/darktable", FLATPAK, "snap/darktable/current/.config/darktable"):
        (home / name).mkdir(parents=True)
    assert packings(find_places(Editor.DARKTABLE, None)) == [Packing.NATIVE, Packing.FLATPAK, Packing.SNAP]


def test_where_none_is_found_it_is_told_what_was_looked_for(home):
    assert find_places(Editor.DARKTABLE, None) == ()
    with pytest.raises(AssistError) as caught:
        found_places(Editor.DARKTABLE, None)
    assert str(home / ".config/darktable") in str(caught.value)
    assert str(home / FLATPAK) in str(caught.value)
    assert "--folder" in caught.value.hint


def test_a_named_folder_is_the_only_one(home, place):  # noqa: ARG001 - one that would be found
    (home / "mine").mkdir()
    (found,) = find_places(Editor.DARKTABLE, home / "mine")
    assert (found.base, found.packing) == (home / "mine", Packing.NAMED)


def test_a_sandbox_that_is_named_stays_one(home):
    (home / FLATPAK).mkdir(parents=True)
    assert packings(find_places(Editor.DARKTABLE, home / FLATPAK)) == [Packing.FLATPAK]


def test_a_named_folder_that_is_not_there_is_wrong_usage(home):
    with pytest.raises(BadRequestError, match="no folder"):
        find_places(Editor.DARKTABLE, home / "nowhere")


def test_lightroom_does_not_run_on_linux_but_a_folder_may_be_named(home):
    with pytest.raises(BadRequestError, match="does not run"):
        find_places(Editor.LIGHTROOM, None)
    assert find_places(Editor.LIGHTROOM, home)[0].folder == home / "assist.lrplugin"


def test_lightroom_is_found_before_it_has_any_plugin(home, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    (home / "Library/Application Support/Adobe/Lightroom").mkdir(parents=True)
    (found,) = find_places(Editor.LIGHTROOM, None)
    assert found.base.name == "Modules"
