"""Pictures made ahead on threads: at once where they are ready, the newest wishes first, within bounds."""

from __future__ import annotations

import threading
from contextlib import suppress

import numpy as np
import pytest

from assist_cli.pictures import prepared
from assist_cli.pictures.picture_key import PictureKey
from assist_cli.pictures.prepared import PictureMaker
from assist_cli.pictures.sources import Sources
from assist_cli.pictures.terminal import Terminal
from tests.assist_cli.pictures.slow_reading import BOX, PATIENCE_S


def test_picture_is_none_at_first_and_announced_when_ready(maker, made, photo):
    key = PictureKey(photo(), BOX)
    assert maker.get(key) is None
    assert maker.wait_idle(PATIENCE_S)
    ready = maker.get(key)
    assert made == [ready]
    assert ready.drawing.cells == (30, 10)
    assert np.abs(ready.drawing.paper.astype(int) - (200, 30, 20)).max() < 5


def test_newer_wishes_drop_what_was_not_begun(slow_maker, slow, tmp_path):
    slow_maker.want([PictureKey(tmp_path / name, BOX) for name in ("a", "b", "c")])
    assert slow.begun.wait(PATIENCE_S)
    slow_maker.want([PictureKey(tmp_path / name, BOX) for name in ("c", "d")])
    slow.may.set()
    assert slow_maker.wait_idle(PATIENCE_S)
    assert slow.read == ["a", "c", "d"]


def test_asking_for_a_picture_makes_it_the_most_urgent(slow_maker, slow, tmp_path):
    slow_maker.want([PictureKey(tmp_path / name, BOX) for name in ("a", "b", "c")])
    assert slow.begun.wait(PATIENCE_S)
    assert slow_maker.get(PictureKey(tmp_path / "c", BOX)) is None
    slow.may.set()
    assert slow_maker.wait_idle(PATIENCE_S)
    assert slow.read == ["a", "c", "b"]


def test_draft_comes_at_once_and_the_sharp_picture_replaces_it(slow_maker, slow, made, tmp_path, monkeypatch):
    monkeypatch.setattr(
        "assist_cli.pictures.make_picture.read_thumbnail", lambda _path: np.full((6, 9, 3), 60, np.uint8)
    )
    key = PictureKey(tmp_path / "a", BOX)
    slow_maker.want([key])
    assert slow.begun.wait(PATIENCE_S)
    assert slow_maker.wait_drafts(PATIENCE_S)
    assert slow_maker.get(key).is_draft
    slow.may.set()
    assert slow_maker.wait_idle(PATIENCE_S)
    assert [ready.is_draft for ready in made] == [True, False]
    assert slow_maker.get(key) is made[1]


def test_smaller_picture_of_the_same_photo_reads_no_file_again(slow_maker, slow, made, tmp_path):
    slow.may.set()
    slow_maker.want([PictureKey(tmp_path / "a", (60, 20)), PictureKey(tmp_path / "a", (12, 4))])
    assert slow_maker.wait_idle(PATIENCE_S)
    assert slow.read == ["a"]
    assert [ready.drawing.cells for ready in made] == [(60, 20), (12, 4)]


def test_two_pictures_of_one_photo_are_not_read_by_two_threads(slow, made, tmp_path):
    maker = PictureMaker(Terminal(), made.append, sources=Sources(slow), workers=2)
    maker.want([PictureKey(tmp_path / "a", (60, 20)), PictureKey(tmp_path / "a", (12, 4))])
    slow.may.set()
    assert maker.wait_idle(PATIENCE_S)
    maker.close()
    assert slow.read == ["a"]
    assert len(made) == 2


def reading_at_once(slow, made, paths, cores):
    """What two threads begin to read when the first photo is wanted with its neighbours."""
    both = threading.Barrier(2)

    def read(path, edge_px):
        with suppress(threading.BrokenBarrierError):
            both.wait(1.5)
        return slow(path, edge_px)

    slow.may.set()
    maker = PictureMaker(Terminal(), made.append, sources=Sources(read), workers=2, cores=cores)
    maker.want([PictureKey(path, BOX) for path in paths])
    assert maker.wait_idle(PATIENCE_S)
    maker.close()
    return "one" if both.broken and slow.read[0] == paths[0].name else "two"


@pytest.mark.parametrize(("cores", "at_once"), [(2, "one"), (8, "two")])
def test_photo_that_is_shown_has_few_cores_for_itself(slow, made, tmp_path, cores, at_once):
    assert reading_at_once(slow, made, [tmp_path / "a", tmp_path / "b"], cores) == at_once


@pytest.mark.parametrize(("cores", "read"), [(2, ["a", "c"]), (8, ["a", "b", "c"])])
def test_photos_that_only_pass_are_made_sharp_where_cores_are_to_spare(slow, made, tmp_path, monkeypatch, cores, read):
    monkeypatch.setattr(prepared, "PASSING_S", 1.0)
    maker = PictureMaker(Terminal(), made.append, sources=Sources(slow), workers=1, cores=cores)
    slow.may.set()
    for name in "abc":
        maker.want([PictureKey(tmp_path / name, BOX)])
        if name == "a" or cores > prepared.FEW_CORES:
            assert maker.wait_idle(PATIENCE_S)
    assert maker.wait_idle(PATIENCE_S)
    maker.close()
    assert slow.read == read


def test_what_is_ready_is_not_made_again(maker, made, photo):
    key = PictureKey(photo(), BOX)
    for _ in range(3):
        maker.want([key])
        assert maker.wait_idle(PATIENCE_S)
    assert len(made) == 1


def test_far_neighbours_do_not_push_out_near_ones(made, photo, monkeypatch):
    monkeypatch.setattr(prepared, "PREPARED_BYTES", 4_500)
    maker = PictureMaker(Terminal(), made.append, workers=1)
    keys = [PictureKey(photo(f"{number}.jpg"), (10, 3)) for number in range(6)]
    maker.want(keys)
    assert maker.wait_idle(PATIENCE_S)
    assert [ready.key for ready in made] == keys[:3]
    maker.close()


def test_forgotten_photo_is_made_again(maker, made, photo):
    key = PictureKey(photo(), BOX)
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    maker.forget(key.path)
    assert maker.get(key) is None
    assert maker.wait_idle(PATIENCE_S)
    assert len(made) == 2


def test_picture_being_made_for_another_terminal_is_made_for_the_new_one(slow_maker, slow, tmp_path):
    key = PictureKey(tmp_path / "a", BOX)
    slow_maker.want([key])
    assert slow.begun.wait(PATIENCE_S)
    slow_maker.use_terminal(Terminal(cell_px=(20, 20)))
    slow.may.set()
    assert slow_maker.wait_idle(PATIENCE_S)
    assert slow_maker.get(key).drawing.cells == (15, 10)


def test_closing_returns_while_a_picture_is_being_made(slow, made, tmp_path):
    maker = PictureMaker(Terminal(), made.append, sources=Sources(slow), workers=1)
    maker.want([PictureKey(tmp_path / "a", BOX)])
    assert slow.begun.wait(PATIENCE_S)
    maker.close()
    slow.may.set()
    maker.wait_idle(PATIENCE_S)
    assert made == []
