"""The contract `assist.plug/1`."""

import json

import pytest

from plugins.protocol import (
    MOST_BYTES,
    MOST_PATHS,
    SCHEMA,
    PersonSaid,
    PlugCrop,
    PlugError,
    PlugOptions,
    PlugReply,
    PlugRequest,
    PlugResult,
    RequestError,
    Verb,
    parse_request,
    reply_bytes,
    request_bytes,
)

WHOLE = {
    "schema": SCHEMA,
    "verb": "crop",
    "paths": ["/photos/a b.jpg", "/photos/ö.jpg"],
    "options": {"aspect": "3:2", "profile": "auto", "rescore": True, "reject_flags": True},
}


def refusal(**changed):
    with pytest.raises(RequestError) as refused:
        parse_request(json.dumps(WHOLE | changed).encode())
    return str(refused.value)


def test_a_request_is_read_whole():
    assert parse_request(json.dumps(WHOLE).encode()) == PlugRequest(
        Verb.CROP, ("/photos/a b.jpg", "/photos/ö.jpg"), PlugOptions("3:2", "auto", rescore=True, reject_flags=True)
    )


def test_what_is_left_out_is_usual():
    assert parse_request(json.dumps({"schema": SCHEMA, "verb": "ping"}).encode()) == PlugRequest(Verb.PING)


def test_a_request_survives_the_way_there():
    request = PlugRequest(Verb.PICK, ("/a//b.jpg", "/a/\udcff.jpg", "/a//b.jpg"), PlugOptions(rescore=True))
    assert parse_request(request_bytes(request)) == request


@pytest.mark.parametrize("schema", ["assist.plug/2", None, 1, ["assist.plug/1"]])
def test_an_unknown_schema_is_named(schema):
    assert "schema" in refusal(schema=schema)
    assert SCHEMA in refusal(schema=schema)


@pytest.mark.parametrize("verb", ["delete", "RATE", None, 3, ["rate"], {}])
def test_an_unknown_verb_is_named(verb):
    assert refusal(verb=verb) == f"verb {verb!r} is not known"


@pytest.mark.parametrize("paths", ["/a.jpg", None, {"0": "/a.jpg"}, ["/a.jpg", 3], [None]])
def test_paths_are_a_list_of_strings(paths):
    assert "list of strings" in refusal(paths=paths)


@pytest.mark.parametrize("path", ["a.jpg", "", "./a.jpg", "~/a.jpg", "/a\0.jpg"])
def test_paths_are_absolute(path):
    assert repr(path) in refusal(paths=["/fine.jpg", path])


@pytest.mark.parametrize(
    ("option", "value"),
    [("aspect", 1.5), ("profile", None), ("rescore", 1), ("rescore", "yes"), ("reject_flags", None)],
)
def test_an_option_of_another_type_is_named(option, value):
    assert f"option {option} is {value!r}" in refusal(options={option: value})


def test_unknown_fields_are_named():
    assert "undo" in refusal(undo=True)
    assert "shape" in refusal(options={"shape": "1:1"})
    assert "options is not" in refusal(options=[])


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\xfd", b"[" * 100_000, b'{"schema": 1' + b"0" * 5000 + b"}"])
def test_what_is_no_json_is_told_so(data):
    with pytest.raises(RequestError, match="not JSON"):
        parse_request(data)


def test_json_that_is_no_object_is_told_so():
    with pytest.raises(RequestError, match="not a JSON object"):
        parse_request(b"[]")


def test_as_many_photos_as_a_library_has_are_taken_and_one_more_is_not():
    assert len(parse_request(request_bytes(PlugRequest(Verb.RATE, ("/a.jpg",) * MOST_PATHS))).paths) == MOST_PATHS
    assert "50,001 paths" in refusal(paths=["/a.jpg"] * (MOST_PATHS + 1))


def test_a_request_that_is_too_large_is_not_parsed():
    with pytest.raises(RequestError, match="bytes"):
        parse_request(b" " * (MOST_BYTES + 1))


def test_a_reply_has_every_field_of_the_contract():
    result = PlugResult(
        path="/a.jpg",
        rating=4,
        pick=1,
        label="green",
        score=81.2,
        decision="keeper",
        crop=PlugCrop((0.1, 0.0, 0.9, 1.0), -1.5, "3:2"),
        orientation=6,
        size_px=(400, 600),
        person=PersonSaid(rated=True),
        why="Sharp eyes.",
        better="/b.jpg",
    )
    assert json.loads(reply_bytes(PlugReply(Verb.PICK, "photo-assist 1", [result]))) == {
        "schema": SCHEMA,
        "verb": "pick",
        "program": "photo-assist 1",
        "results": [
            {
                "path": "/a.jpg",
                "rating": 4,
                "pick": 1,
                "label": "green",
                "score": 81.2,
                "decision": "keeper",
                "crop": {"box": [0.1, 0.0, 0.9, 1.0], "turn_deg": -1.5, "aspect": "3:2"},
                "keep_uncropped": False,
                "orientation": 6,
                "size_px": [400, 600],
                "person": {"rated": True, "flagged": False, "labelled": False},
                "why": "Sharp eyes.",
                "better": "/b.jpg",
                "error": None,
            }
        ],
        "cancelled": False,
        "error": None,
    }


def test_a_refusal_is_a_reply_too():
    reply = json.loads(reply_bytes(PlugReply(None, "photo-assist 1", error=PlugError("request", "no", "so"))))
    assert reply["error"] == {"kind": "request", "message": "no", "hint": "so"}
    assert reply["verb"] is None
    assert reply["results"] == []


def test_a_name_that_is_no_utf8_comes_back_as_it_was_sent():
    line = reply_bytes(PlugReply(Verb.RATE, "photo-assist 1", [PlugResult("/a/\udcff ö\n.jpg")]))
    assert json.loads(line)["results"][0]["path"] == "/a/\udcff ö\n.jpg"
    assert line.count(b"\n") == 1
