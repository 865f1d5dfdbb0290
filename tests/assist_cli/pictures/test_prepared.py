"""Pictures made ahead on threads: at once where they are ready, the newest wishes first, within bounds."""

from __future__ import annotations

import os
import threading
from contextlib import suppress

import numpy as np
import pytest
from PIL import Image

from assist_cli.pictures import prepared
from assist_cli.pictures.picture_key import Overlay, PictureKey, Zoom
from assist_cli.pictures.prepared import PictureMaker
from assist_cli.pictures.sources import Sources
from assist_cli.pictures.terminal import Terminal
from index.photo.errors import FailureKind

BOX = (30, 10)
PATIENCE_S = 30


@pytest.fixture
def photo(tmp_path):
    """Draws a JPEG of one colour, 90 x 60."""

    def draw(name="a.jpg", colour=(200, 30, 20), size=(90, 60)):
        Image.new("RGB", size, colour).save(tmp_path / name, quality=95)
        return tmp_path / name

    return draw


@pytest.fixture
def made():
    """What was announced, in its order."""
    return []


@pytest.fixture
def maker(made):
    maker = PictureMaker(Terminal(), made.append, workers=1)
    yield maker
    maker.close()


class SlowReading:
    """Reads a grey picture, once it may; remembers what was read."""

    def __init__(self):
        self.may, self.begun, self.read = threading.Event(), threading.Event(), []

    def __call__(self, path, _edge_px):
        self.begun.set()
        assert self.may.wait(PATIENCE_S)
        self.read.append(path.name)
        return np.full((60, 90, 3), 128, np.uint8)


@pytest.fixture
def slow():
    return SlowReading()


@pytest.fixture
def slow_maker(slow, made):
    maker = PictureMaker(Terminal(), made.append, sources=Sources(slow), workers=1)
    yield maker
    slow.may.set()
    maker.close()


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


def test_replaced_photo_is_made_anew_when_it_is_wanted_again(maker, made, photo):
    key = PictureKey(photo(), BOX)
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    photo(colour=(10, 60, 220))
    os.utime(key.path, ns=(1, 1))
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    assert len(made) == 2
    assert maker.get(key).drawing.paper[0, 0, 2] > 200


def test_photo_deleted_while_shown_becomes_trouble_and_is_announced_once(maker, made, photo):
    key = PictureKey(photo(), BOX)
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    key.path.unlink()
    for _ in range(3):
        maker.want([key])
        assert maker.wait_idle(PATIENCE_S)
    assert [ready.trouble.kind if ready.trouble else None for ready in made] == [None, FailureKind.MISSING]
    assert maker.get(key).drawing is None


def test_missing_photo_that_comes_back_is_made(maker, made, photo, tmp_path):
    key = PictureKey(tmp_path / "a.jpg", BOX)
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    photo("a.jpg")
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    assert [ready.trouble is None for ready in made] == [False, True]


def test_unreadable_photo_is_a_value_with_a_hint(maker, tmp_path):
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0nothing more")
    key = PictureKey(tmp_path / "broken.jpg", BOX)
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(key).trouble.hint


def test_bug_while_drawing_is_trouble_and_the_thread_goes_on(maker, photo, monkeypatch):
    monkeypatch.setattr("assist_cli.pictures.make_picture.draw", lambda *_: 1 / 0)
    bad = PictureKey(photo("a.jpg"), BOX)
    maker.want([bad])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(bad).trouble.kind is FailureKind.UNEXPECTED
    monkeypatch.undo()
    good = PictureKey(photo("b.jpg"), BOX)
    maker.want([good])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(good).trouble is None


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


def test_zoom_shows_the_photos_own_pixels_around_the_point(maker, tmp_path):
    rgb = np.zeros((400, 600, 3), np.uint8)
    rgb[200:, 300:] = 255
    Image.fromarray(rgb).save(tmp_path / "a.png")
    key = PictureKey(tmp_path / "a.png", (20, 10), zoom=Zoom(0.5, 0.5))
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    ready = maker.get(key)
    assert ready.photo_px == (600, 400)
    assert ready.seen == (290 / 600, 190 / 400, 310 / 600, 210 / 400)
    assert ready.drawing.paper[:5].max() == 0
    assert ready.drawing.paper[6:, 11:].min() == 255


def test_zoom_stays_inside_the_photo(maker, photo):
    key = PictureKey(photo(size=(600, 400)), (20, 10), zoom=Zoom(0.0, 1.0))
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(key).seen == (0.0, 380 / 400, 20 / 600, 1.0)


def test_panning_decodes_nothing_for_a_while(maker, photo, monkeypatch):
    path = photo(size=(600, 400))
    maker.want([PictureKey(path, (20, 10), zoom=Zoom(0.5, 0.5))])
    assert maker.wait_idle(PATIENCE_S)
    monkeypatch.setattr("index.photo.read.read_photo", lambda _asset: 1 / 0)
    near = PictureKey(path, (20, 10), zoom=Zoom(0.53, 0.5))
    maker.want([near])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(near).trouble is None


def test_photo_smaller_than_the_screen_keeps_its_scale_when_zoomed(maker, photo):
    key = PictureKey(photo(size=(12, 8)), (20, 10), zoom=Zoom(0.5, 0.5))
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(key).drawing.cells == (12, 4)


def test_pan_moves_by_shares_of_what_is_seen_and_stops_at_the_edge():
    zoom = Zoom(0.5, 0.5, 2.0)
    assert zoom.panned((0.25, 0.25, 0.75, 0.75), 0.25, 0.0) == Zoom(0.625, 0.5, 2.0)
    assert zoom.panned((0.25, 0.25, 0.75, 0.75), 0.0, -9.0) == Zoom(0.5, 0.25, 2.0)


def test_overlay_of_a_photo_not_judged_yet_says_so(maker, photo):
    key = PictureKey(photo(size=(300, 200)), BOX, overlay=Overlay.FOCUS)
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(key).trouble is None
    assert "not judged yet" in maker.get(key).caption


def test_closing_returns_while_a_picture_is_being_made(slow, made, tmp_path):
    maker = PictureMaker(Terminal(), made.append, sources=Sources(slow), workers=1)
    maker.want([PictureKey(tmp_path / "a", BOX)])
    assert slow.begun.wait(PATIENCE_S)
    maker.close()
    slow.may.set()
    maker.wait_idle(PATIENCE_S)
    assert made == []


@pytest.mark.parametrize("box", [(0, 5), (5, 0)])
def test_box_without_cells_is_refused(tmp_path, box):
    with pytest.raises(ValueError, match="no picture fits"):
        PictureKey(tmp_path, box)
