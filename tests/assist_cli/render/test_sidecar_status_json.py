"""Sidecars as JSON."""

import json
import os
from pathlib import Path

from assist_cli.render.sidecar_status_json import problem_json, status_json
from assist_cli.workflows.sidecar_problems.problem import ProblemKind, mended, reading
from assist_cli.workflows.sidecar_status import sidecar_status
from tests.assist_cli.workflows.made_sidecars import photo, sidecar


def objects(folder):
    (status,) = sidecar_status([folder])
    return json.loads(json.dumps(list(status_json(status))))


def test_a_photo_is_told_with_its_sidecars_and_what_is_shown(tmp_path):
    photo(tmp_path / "IMG.CR3")
    os.utime(sidecar(tmp_path / "IMG.CR3.xmp", rating=-1, label="Red", darktable=5), ns=(0, 10**18))

    told, _folder = objects(tmp_path)

    assert (told["schema"], told["kind"], told["path"]) == ("assist.sidecars/1", "photo", str(tmp_path / "IMG.CR3"))
    assert told["sidecars"] == [
        {
            "path": str(tmp_path / "IMG.CR3.xmp"),
            "place": "darktable",
            "written_by": "darktable",
            "modified": "2001-09-09T01:46:40+00:00",
            "stars": None,
            "flag": "reject",
            "labels": ["Red"],
            "keywords": [],
            "crop": False,
            "error": None,
        }
    ]
    assert told["shown"]["darktable"]["rejected"] is True
    assert told["shown"]["darktable"]["from"] == ["darktable"]
    assert told["shown"]["rawtherapee"]["stars"] is None
    assert told["shown"]["rawtherapee"]["notes"]


def test_what_is_inside_has_no_time(tmp_path):
    photo(tmp_path / "IMG.jpg", rating=3)

    told, _folder = objects(tmp_path)

    assert (told["inside"]["stars"], told["inside"]["modified"]) == (3, None)


def test_a_photo_without_a_packet_has_nothing_inside(tmp_path):
    photo(tmp_path / "IMG.jpg")

    assert objects(tmp_path)[0]["inside"] is None


def test_a_sidecar_that_is_not_read_says_why(tmp_path):
    photo(tmp_path / "IMG.CR3")
    (tmp_path / "IMG.CR3.xmp").write_bytes(b"hello")

    assert objects(tmp_path)[0]["sidecars"][0]["error"]["kind"] == "not_xmp"


def test_a_folder_is_told_last(tmp_path):
    photo(tmp_path / "IMG.CR3")
    photo(tmp_path / "IMG.tif")
    for name in ("IMG.xmp", "IMG_01.CR3.xmp", "gone.CR3.xmp"):
        sidecar(tmp_path / name)
    (tmp_path / ".IMG.xmp.assist-part").write_bytes(b"")

    folder = objects(tmp_path)[-1]

    assert (folder["kind"], folder["photos"], folder["error"]) == ("folder", 2, None)
    assert folder["shared"][0]["owner"] == str(tmp_path / "IMG.CR3")
    assert folder["duplicates"] == [{"path": str(tmp_path / "IMG_01.CR3.xmp"), "photo": str(tmp_path / "IMG.CR3")}]
    assert folder["orphans"] == [str(tmp_path / "gone.CR3.xmp")]
    assert folder["leftovers"] == [str(tmp_path / ".IMG.xmp.assist-part")]


def test_a_problem_is_told_with_its_command():
    path = Path("/shoot/IMG.CR3")

    told = problem_json(mended(ProblemKind.SHOWN_DIFFERENTLY, path, "so", reading(path)))

    assert (told["kind"], told["problem"], told["message"]) == ("problem", "shown_differently", "so")
    assert (told["command"], told["folder_command"]) == (
        "assist sidecars read /shoot/IMG.CR3",
        "assist sidecars read /shoot",
    )
