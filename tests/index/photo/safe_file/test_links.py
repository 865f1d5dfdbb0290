"""A linked sidecar is written where it lies, if that is in a folder that the person named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.photo.safe_file.errors import FileRefusedError, FileTrouble
from index.photo.safe_file.links import real_place, real_trees


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    place = tmp_path / "outside"
    place.mkdir()
    (place / "a.xmp").write_bytes(b"theirs")
    return place


def kind_of_refusal(path: Path, tree: Path) -> FileTrouble:
    with pytest.raises(FileRefusedError) as refused:
        real_place(path, [tree])
    assert refused.value.path == path
    assert refused.value.hint
    return refused.value.kind


def test_plain_file_there_or_not_is_its_own_place(folder):
    (folder / "a.xmp").touch()
    assert real_place(folder / "a.xmp", [folder]) == folder / "a.xmp"
    assert real_place(folder / "b.xmp", [folder]) == folder / "b.xmp"


def test_link_inside_of_the_tree_is_followed(folder):
    (folder / "sidecars").mkdir()
    real = folder / "sidecars" / "a.xmp"
    real.touch()
    (folder / "a.xmp").symlink_to("sidecars/a.xmp")
    (folder / "twice.xmp").symlink_to("a.xmp")
    assert real_place(folder / "a.xmp", [folder]) == real
    assert real_place(folder / "twice.xmp", [folder]) == real


def test_link_out_of_the_tree_is_refused_and_names_where_it_leads(folder, outside):
    (folder / "a.xmp").symlink_to(outside / "a.xmp")
    assert kind_of_refusal(folder / "a.xmp", folder) is FileTrouble.LINK_OUTSIDE
    with pytest.raises(FileRefusedError, match=str(outside / "a.xmp")):
        real_place(folder / "a.xmp", [folder])


def test_link_into_another_folder_that_was_named_is_followed(folder, outside):
    (folder / "a.xmp").symlink_to(outside / "a.xmp")
    assert real_place(folder / "a.xmp", iter([folder, outside])) == outside / "a.xmp"


def test_folder_on_the_way_that_leads_out_of_the_tree_is_refused(folder, outside):
    (folder / "card").symlink_to(outside, target_is_directory=True)
    assert kind_of_refusal(folder / "card" / "a.xmp", folder) is FileTrouble.LINK_OUTSIDE
    assert kind_of_refusal(folder / "card" / "new.xmp", folder) is FileTrouble.LINK_OUTSIDE


def test_named_folder_may_be_a_link_itself(folder, tmp_path):
    (folder / "a.xmp").touch()
    (tmp_path / "pictures").symlink_to(folder, target_is_directory=True)
    named = tmp_path / "pictures"
    assert real_place(named / "a.xmp", real_trees([named])) == folder / "a.xmp"


def test_trees_are_told_once_each_where_they_really_lie(folder, tmp_path, monkeypatch):
    (tmp_path / "pictures").symlink_to(folder, target_is_directory=True)
    asked, really = [], os.path.realpath
    monkeypatch.setattr(os.path, "realpath", lambda path: asked.append(path) or really(path))
    assert real_trees([folder] * 100 + [tmp_path / "pictures", tmp_path]) == (folder, tmp_path)
    assert len(asked) == 3


def test_neighbour_whose_name_begins_alike_is_outside(folder, tmp_path):
    neighbour = tmp_path / f"{folder.name} 2"
    neighbour.mkdir()
    (neighbour / "a.xmp").touch()
    (folder / "a.xmp").symlink_to(neighbour / "a.xmp")
    assert kind_of_refusal(folder / "a.xmp", folder) is FileTrouble.LINK_OUTSIDE


def test_link_that_leads_nowhere_or_round_in_circles_is_refused(folder):
    (folder / "a.xmp").symlink_to("nowhere.xmp")
    (folder / "b.xmp").symlink_to("c.xmp")
    (folder / "c.xmp").symlink_to("b.xmp")
    assert kind_of_refusal(folder / "a.xmp", folder) is FileTrouble.LINK
    assert kind_of_refusal(folder / "b.xmp", folder) is FileTrouble.LINK
