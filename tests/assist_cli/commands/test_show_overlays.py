"""`assist show --overlays`."""

import os

import cv2
import numpy as np
import pytest
from PIL import Image

from scoring.overlays.registry import OVERLAYS
from tests.scoring.made_face import made_face

WITHOUT_FACES = [overlay.name for overlay in OVERLAYS if overlay.name != "faces"]
"""Nobody looks for faces here, so there is no picture of them."""


def test_overlays_are_written_and_their_names_told_on_stderr(assist, shoot, tmp_path):
    folder = tmp_path / "new" / "why"
    answer = assist("show", shoot / "IMG_0001.JPG", "--overlays", folder)
    assert answer.exit_code == 0
    written = sorted(path.name for path in folder.iterdir())
    assert written == sorted(f"IMG_0001.{name}.png" for name in WITHOUT_FACES)
    assert all(name in answer.err and name not in answer.out for name in written)
    assert "The focus is" in answer.out


def test_overlays_of_a_known_photo_are_drawn_without_judging_it_again(assist, shoot, judge, tmp_path):
    assist("score", shoot)
    judge.judged.clear()
    assert assist("show", shoot / "IMG_0001.JPG", "--overlays", tmp_path / "why").exit_code == 0
    assert len(list((tmp_path / "why").iterdir())) == len(WITHOUT_FACES)
    assert judge.judged == []


ODD_PICTURES = {
    "one_pixel.png": lambda: Image.new("RGB", (1, 1), (200, 10, 10)),
    "black.png": lambda: Image.new("RGB", (300, 200)),
    "white.png": lambda: Image.new("RGB", (300, 200), (255, 255, 255)),
    "wide.png": lambda: Image.new("RGB", (2400, 40), (90, 120, 60)),
    "tall.png": lambda: Image.new("RGB", (40, 2400), (90, 120, 60)),
    "tiny.png": lambda: Image.new("RGB", (40, 30), (90, 120, 60)),
    "half_transparent.png": lambda: Image.new("RGBA", (300, 200), (90, 120, 60, 128)),
    "deep.png": lambda: Image.fromarray(np.full((200, 300), 30_000, np.uint16)),
    "grey.jpg": lambda: Image.new("L", (300, 200), 90),
    "ink.jpg": lambda: Image.new("CMYK", (300, 200), (90, 20, 60, 10)),
}


@pytest.mark.parametrize("name", ODD_PICTURES)
def test_odd_pictures_get_their_pages_and_no_warning(assist, tmp_path, judge, name):  # noqa: ARG001 - set up first
    ODD_PICTURES[name]().save(tmp_path / name)
    answer = assist("show", tmp_path / name, "--overlays", tmp_path / "why")
    assert answer.exit_code == 0
    pages = sorted((tmp_path / "why").iterdir())
    assert [page.suffixes[0][1:] for page in pages] == sorted(WITHOUT_FACES)
    assert all(line.endswith("written") for line in answer.err.splitlines())
    assert all(300 <= max(cv2.imread(str(page)).shape) <= 1600 for page in pages)


def test_quiet_writes_overlays_without_talk(assist, shoot, tmp_path):
    answer = assist("show", shoot / "IMG_0001.JPG", "--overlays", tmp_path / "why", "--quiet")
    assert answer.err == ""
    assert len(list((tmp_path / "why").iterdir())) == len(WITHOUT_FACES)


def test_a_file_in_place_of_the_overlay_folder_is_wrong_usage(assist, shoot, judge):
    answer = assist("show", shoot / "IMG_0001.JPG", "--overlays", shoot / "IMG_0002.JPG")
    assert (answer.exit_code, answer.out) == (2, "")
    assert len(answer.err.strip().splitlines()) == 1
    assert "is a file" in answer.err
    assert judge.judged == []


def test_overlays_never_overwrite_a_photo(assist, shoot, tmp_path, draw_photo):
    photo = draw_photo(tmp_path / "why" / "IMG_0001.clipping.png")
    before = photo.read_bytes()
    answer = assist("show", shoot / "IMG_0001.JPG", "--overlays", tmp_path / "why")
    assert (answer.exit_code, answer.out) == (2, "")
    assert photo.read_bytes() == before
    assert list((tmp_path / "why").iterdir()) == [photo]


def test_overlays_of_another_photo_of_that_name_are_refused_in_one_line(assist, shoot, tmp_path, draw_photo):
    assist("show", shoot / "IMG_0001.JPG", "--overlays", tmp_path / "why")
    before = {path: path.read_bytes() for path in (tmp_path / "why").iterdir()}
    answer = assist("show", draw_photo(tmp_path / "other" / "IMG_0001.JPG", 77), "--overlays", tmp_path / "why")
    assert (answer.exit_code, answer.out) == (2, "")
    assert len(answer.err.strip().splitlines()) == 1
    assert "of another photo; name another folder" in answer.err
    assert {path: path.read_bytes() for path in (tmp_path / "why").iterdir()} == before


def test_a_picture_of_faces_goes_when_none_is_drawn_any_more(assist, shoot, tmp_path, monkeypatch):
    with monkeypatch.context() as seen:
        seen.setattr("scoring.open_frame.open_face_finder", lambda: lambda _rgb, _smaller: (made_face(),))
        assist("show", shoot / "IMG_0001.JPG", "--overlays", tmp_path / "why")
    assert (tmp_path / "why" / "IMG_0001.faces.png").is_file()
    answer = assist("show", shoot / "IMG_0001.JPG", "--overlays", tmp_path / "why")
    assert not (tmp_path / "why" / "IMG_0001.faces.png").exists()
    assert "IMG_0001.faces.png taken away" in answer.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_of_overlays_do_not_move_the_cursor(assist, tmp_path, draw_photo):
    photo = draw_photo(tmp_path / "a\x1b[2Jb.jpg")
    answer = assist("show", photo, "--overlays", tmp_path / "why")
    assert answer.exit_code == 0
    assert "a?[2Jb.focus.png written" in answer.err
    assert "\x1b" not in answer.err


def test_an_unreadable_photo_leaves_no_overlay_folder(assist, shoot, tmp_path):
    (shoot / "IMG_0001.JPG").write_bytes(b"")
    assert assist("show", shoot / "IMG_0001.JPG", "--overlays", tmp_path / "why").exit_code == 3
    assert not (tmp_path / "why").exists()


def test_help_shows_how_overlays_are_asked_for(assist):
    answer = assist("show", "--help")
    assert "--overlays DIR" in answer.out
    assert "assist show IMG_0412.JPG --overlays why" in answer.out
