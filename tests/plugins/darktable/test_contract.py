"""Requests as `assist plug` reads them, replies that are refused, crops as darktable's bytes, shell lines, memory and words."""

from __future__ import annotations

import json
import os
import struct
import subprocess

import pytest

from plugins.protocol import parse_request
from tests.plugins.darktable.lua import SKIP_REASON, lua

pytestmark = pytest.mark.skipif(SKIP_REASON is not None, reason=str(SKIP_REASON))

PATHS = ["/a/1.jpg", "/a/ü 2.jpg"]
GOOD = {
    "schema": "assist.plug/1",
    "verb": "crop",
    "program": "photo-assist 0.1.0",
    "cancelled": False,
    "error": None,
    "results": [
        {
            "path": PATHS[0],
            "rating": 4,
            "crop": {"box": [0.1, 0.1, 0.9, 0.9], "turn_deg": 0.0},
            "why": "",
            "error": None,
        },
        {"path": PATHS[1], "error": {"kind": "gone", "message": "It is gone.", "hint": ""}},
    ],
}


def with_result(**fields):
    return {**GOOD, "results": [{**GOOD["results"][0], **fields}, GOOD["results"][1]]}


BAD = [
    ({**GOOD, "schema": "assist.plug/2"}, "it speaks assist.plug/2"),
    ({**GOOD, "verb": "rate"}, "another question"),
    ({**GOOD, "results": GOOD["results"][:1]}, "one result for each photo"),
    ({**GOOD, "results": GOOD["results"][::-1]}, "another photo's result"),
    ({**GOOD, "error": {"kind": "x"}}, "error without words"),
    (with_result(rating=6), "rating"),
    (with_result(rating=2.5), "rating"),
    (with_result(rating="4"), "rating"),
    (with_result(pick=2), "pick"),
    (with_result(label="Green"), "label"),
    (with_result(crop={"box": [0.1, 0.1, 1.1, 0.9]}), "crop"),
    (with_result(crop={"box": [0.9, 0.1, 0.1, 0.9]}), "crop"),
    (with_result(crop={"box": [0.1, 0.1, 0.15, 0.9]}), "crop"),
    (with_result(crop={"box": [0.1, 0.1, 0.9]}), "crop"),
    (with_result(person={"rated": "yes"}), "person"),
    ([], "it speaks nil"),
]


def read_reply(reply):
    text = reply if isinstance(reply, str) else json.dumps(reply)
    code = 'local reply, words = contract.reply(given[1], "crop", given[2]) answer({ reply or false, words or "" })'
    return lua(code, [text, PATHS])


def test_a_good_reply_is_taken():
    code = 'local reply = contract.reply(given[1], "crop", given[2]) answer({ #reply.results, reply.results[2].error.message })'
    assert lua(code, [json.dumps(GOOD), PATHS]) == [2, "It is gone."]


@pytest.mark.parametrize(("reply", "words"), BAD)
def test_a_reply_that_is_wrong_in_any_field_is_refused_whole(reply, words):
    taken, told = read_reply(reply)
    assert taken is False
    assert words in told


def test_half_a_reply_is_refused():
    assert read_reply(json.dumps(GOOD)[:-40])[0] is False


def test_a_request_is_one_that_assist_reads():
    paths = [*PATHS, os.fsdecode(b"/a/caf\xe9 \"q\" 'x'.jpg")]
    text = lua('answer(contract.request("crop", given, { aspect = "3:2", reject_flags = true }))', paths)
    request = parse_request(text.encode("ascii", "strict") if text.isascii() else text.encode())
    assert [str(path) for path in request.paths] == paths
    assert (request.verb, request.options.aspect, request.options.reject_flags) == ("crop", "3:2", True)


@pytest.mark.parametrize("box", [(0.25, 0.1, 0.75, 0.6), (0, 0, 1, 1), (1 / 3, 0.123456789, 0.9, 2 / 3)])
def test_a_crop_is_written_as_darktables_bytes(box):
    assert lua("answer(crop_step.params(given))", box) == struct.pack("<ffffii", *box, 0, 0).hex()


def test_the_bytes_do_not_depend_on_the_language():
    assert lua('os.setlocale("de_DE.UTF-8") answer(crop_step.params(given))', [0.25, 0.1, 0.75, 0.6]).startswith(
        "0000803e"
    )


def test_the_newest_step_of_a_history_counts():
    code = """
    local function plugin(num, enabled)
      return string.format("<plugin><num>%d</num><module>1</module><operation>crop</operation>"
        .. "<op_params>%d0</op_params><enabled>%d</enabled></plugin>", num, num, enabled)
    end
    local step = crop_step.steps("<style>" .. plugin(4, 0) .. plugin(2, 1) .. "</style>").crop
    answer({ step.op_params, step.enabled })
    """
    assert lua(code) == ["40", "0"]


@pytest.mark.parametrize("word", ["plain", "with space", "o'neil", '$(touch x) `y` "z" \\', "ä\n*?"])
def test_a_word_reaches_the_program_as_it_is(word, tmp_path):
    line = lua('answer(shell.line({ "printf", "%s", given[1] }, given[2], false))', [word, str(tmp_path / "l o'g")])
    subprocess.run(["sh", "-c", line], check=True, cwd=tmp_path)
    assert (tmp_path / "l o'g").read_text() == word
    assert len(list(tmp_path.iterdir())) == 1


def test_windows_gets_a_bat_file_with_percent_signs_doubled():
    line = lua('answer(shell.line({ "C:\\\\my %x% tools\\\\assist.exe", "plug" }, "C:\\\\log", true))')
    assert line == '"C:\\my %%x%% tools\\assist.exe" "plug" > "C:\\log" 2>&1'
    assert lua("answer(shell.bat(given))", line).splitlines()[-1] == "exit /b %ERRORLEVEL%"


def test_what_was_set_is_remembered_over_a_restart_and_by_photo(tmp_path):
    code = """
    local kept = memory.open(given)
    kept:note(7, "/a.jpg", "rating", 4)
    table.insert(kept:begin("rate").entries, { id = 7 })
    assert(kept:save())
    local again = memory.open(given)
    answer({ again:of(7, "/a.jpg").rating, again:of(7, "/other.jpg").rating or json.null, #again:last().entries })
    """
    assert lua(code, str(tmp_path / "it's.json")) == [4, None, 1]


def test_huge_runs_push_older_ones_out_of_memory_and_never_themselves(tmp_path):
    script = """
    local kept = memory.open(given)
    local function run(verb, count)
      local begun = kept:begin(verb)
      for at = 1, count do begun.entries[at] = { id = at } end
      kept:save()
    end
    run("rate", 10) run("pick", 20) run("crop", 60000)
    local left = {}
    for _, one in ipairs(memory.open(given).runs) do left[#left + 1] = one.verb end
    run("explain", 5)
    answer({ left, #kept.runs, kept:last().verb })
    """
    assert lua(script, str(tmp_path / "m.json")) == [["crop"], 1, "explain"]


def test_a_damaged_memory_is_put_aside_and_a_new_one_begun(tmp_path):
    (tmp_path / "m.json").write_text('{"half')
    assert (
        lua("local kept = memory.open(given) answer({ kept.put_aside, #kept.runs })", str(tmp_path / "m.json"))[1] == 0
    )
    assert (tmp_path / "m.json.damaged").read_text() == '{"half'


def test_lines_are_broken_at_spaces_and_keep_their_ends():
    wrapped = lua("answer(words.wrap(given))", "one two " * 20 + "\nthree " + "x" * 60)
    lines = wrapped.split("\n")
    assert all(len(line) <= 34 for line in lines[:-1])
    assert lines[-2:] == ["three", "x" * 60]
