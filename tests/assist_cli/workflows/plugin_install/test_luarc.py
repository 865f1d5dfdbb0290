"""One line of luarc is ours, every other byte stays."""

import pytest

from assist_cli.workflows.plugin_install.luarc import (
    LINE,
    ends_with_return,
    has_script_manager,
    loads_plugin,
    with_line,
    without_line,
)

FILES = [
    b"",
    b"\n",
    b"-- mine",
    b'require "foo"\n',
    b"a=1\r\nb=2\r\n",
    b"a=1\r\nb=2",
    b"a=1\rb=2\r",
    b"\xff\xfe\n\n\n",
    b"\r\n\r\n",
]


@pytest.mark.parametrize("luarc", FILES)
def test_line_comes_and_goes_and_leaves_every_byte(luarc):
    longer = with_line(luarc)
    assert longer.startswith(luarc)
    assert loads_plugin(longer)
    assert without_line(longer) == luarc


@pytest.mark.parametrize(("luarc", "ending"), [(b"a=1\r\n", b"\r\n"), (b"a=1\n", b"\n"), (b"", b"\n")])
def test_line_ends_as_the_others_do(luarc, ending):
    assert with_line(luarc) == luarc + LINE + ending


def test_what_a_person_added_behind_stays():
    assert without_line(with_line(b"a=1\n") + b"b=2") == b"a=1\nb=2"


@pytest.mark.parametrize(
    "line", [LINE, b"require 'photo_assist/assist'", b'local a = require("photo_assist.assist") -- mine', b" \t" + LINE]
)
def test_line_is_seen_however_it_is_written(line):
    assert loads_plugin(b"a=1\n" + line + b"\nb=2")


@pytest.mark.parametrize(
    "luarc", [b"-- " + LINE, b"--[[\n" + LINE + b"\n]]", b"--[==[\n" + LINE + b"\n]]\n]==]\n", b""]
)
def test_line_in_a_comment_loads_nothing(luarc):
    assert not loads_plugin(luarc)


def test_line_that_a_person_wrote_in_another_way_is_left():
    assert without_line(b"require 'photo_assist/assist'\n") == b"require 'photo_assist/assist'\n"


def test_script_manager_is_seen():
    assert has_script_manager(b'require "tools/script_manager"\n')
    assert not has_script_manager(b'-- require "tools/script_manager"\n')


def test_return_at_the_end_is_seen():
    assert ends_with_return(b"local a = 1\nreturn a -- done\n\n")
    assert not ends_with_return(b"function f()\n  return 1\nend\n")
