"""The JSON reader and writer of the plug-in, beside Python's."""

from __future__ import annotations

import json
import os

import pytest

from tests.plugins.darktable.lua import SKIP_REASON, lua

pytestmark = pytest.mark.skipif(SKIP_REASON is not None, reason=str(SKIP_REASON))

VALUES = [
    {"a": [1, -2, 0, True, False, "x"], "b": {"c": []}},
    'tab\t "quote" \\ line\n null\x00 del\x7f é 漢 😀',
    [[], [[1]], "", 1234567890123],
    [None, 1],
]
NO_JSON = [
    *(
        "",
        " ",
        "[1,]",
        "[1 2]",
        "{",
        '{"a"}',
        '{"a":1,}',
        "{a:1}",
        "'a'",
        "tru",
        "nul",
        "NaN",
        "Infinity",
        "01",
        "1.",
        ".5",
        "+1",
        "0x10",
    ),
    *("1e", "[1]]", '"a', '"\\x"', '"\\u12g4"', '"\\ud800"', '"a\nb"', '{"a":1,"a":2}', "[" * 40 + "]" * 40, "-"),
]


@pytest.mark.parametrize("value", VALUES)
def test_what_python_writes_comes_back_as_it_was(value):
    assert lua("answer(given)", value) == value


@pytest.mark.parametrize("text", ["0", "-0.5", "1e3", "2.5E-1", "12.75"])
def test_numbers_are_read_as_python_reads_them(text):
    assert lua(f"answer(json.decode(given) == {float(text)!r})", text) is True


@pytest.mark.parametrize("text", NO_JSON)
def test_what_is_no_json_is_refused_with_its_place(text):
    value, words = lua(
        "local value, words = json.decode(given) answer({ value == nil and json.null or value, words })", text
    )
    assert value is None
    assert words.startswith("no JSON at byte ")


def test_a_name_that_is_not_utf8_comes_back_byte_by_byte():
    name = os.fsdecode(b"caf\xe9 \xff\xc3.jpg")
    assert lua("answer(given)", name) == name
    assert lua(r'answer({ "caf\xe9 \xff\xc3.jpg" == given })', name) == [True]


def test_a_null_of_an_object_is_left_out():
    assert lua('answer(json.decode(\'{"a":null,"b":1}\'))') == {"b": 1}


def test_fractions_are_never_written():
    with pytest.raises(AssertionError, match="no JSON of a float"):
        lua("answer(0.5)")


def test_a_reply_of_fifty_thousand_photos_is_read():
    result = {"path": "/photos/IMG_0001.CR3", "rating": 3, "crop": {"box": [0.1, 0.2, 0.9, 1.0]}, "why": "Sharp. " * 20}
    assert (
        lua(
            "answer(#json.decode(json.encode(given.text)) > 0 and #json.decode(given.text))",
            {"text": json.dumps([result] * 50_000)},
        )
        == 50_000
    )
