"""Look-alikes as a list for people and as `assist.similar/1`."""

import io
import json
from pathlib import Path

from assist_cli.render.similar_list import write_similar
from assist_cli.workflows.find_similar import Similar, SimilarPhoto
from index.catalog.seen import SeenPhoto
from index.photo.record import ExifFacts


def similar(*found):
    """Photos of (path, cosine, words)."""
    return Similar(
        Path("/shoot/IMG_1.JPG"),
        [
            SimilarPhoto(SeenPhoto(place, Path(path), (), f"{place:032x}", (300, 200), ExifFacts()), cosine, words)
            for place, (path, cosine, words) in enumerate(found)
        ],
    )


def written(told, *, jsonl):
    stream = io.StringIO()
    write_similar(stream, told, jsonl=jsonl)
    return stream.getvalue().splitlines()


TWO = similar(("/shoot/IMG_2.JPG", 0.98765432, "very much alike"), ("/far/IMG_3.JPG", -0.01, "a little alike"))


def test_lines_stand_below_one_another():
    assert written(TWO, jsonl=False) == [
        " 0.99  very much alike  /shoot/IMG_2.JPG",
        "-0.01  a little alike   /far/IMG_3.JPG",
    ]


def test_objects_count_from_the_most_alike_and_name_both_photos():
    first, second = (json.loads(line) for line in written(TWO, jsonl=True))
    assert first == {
        "schema": "assist.similar/1",
        "path": "/shoot/IMG_1.JPG",
        "rank": 1,
        "similar": "/shoot/IMG_2.JPG",
        "cosine": 0.987654,
    }
    assert second["rank"] == 2


def test_a_long_path_stays_on_its_line():
    path = "/" + "long folder/" * 30 + "IMG_2.JPG"
    assert written(similar((path, 0.5, "alike")), jsonl=False) == [f" 0.50  alike  {path}"]


def test_names_cannot_move_the_cursor():
    told = similar(("/shoot/\x1b[2J.JPG", 0.5, "alike"))
    assert "\x1b" not in "".join(written(told, jsonl=False) + written(told, jsonl=True))


def test_nothing_alike_is_nothing_written():
    assert written(similar(), jsonl=False) == written(similar(), jsonl=True) == []
