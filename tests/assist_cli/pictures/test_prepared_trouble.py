"""Photos that change, vanish or cannot be read while their pictures are wanted."""

from __future__ import annotations

import os

from assist_cli.pictures.picture_key import Overlay, PictureKey
from index.photo.errors import FailureKind
from tests.assist_cli.pictures.slow_reading import BOX, PATIENCE_S


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


def test_overlay_of_a_photo_not_judged_yet_says_so(maker, photo):
    key = PictureKey(photo(size=(300, 200)), BOX, overlay=Overlay.FOCUS)
    maker.want([key])
    assert maker.wait_idle(PATIENCE_S)
    assert maker.get(key).trouble is None
    assert "not judged yet" in maker.get(key).caption
