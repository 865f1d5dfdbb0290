"""Which program the panel runs: the chosen one, the one that was noted on installing, or the shell's."""

import shutil

import pytest

from tests.plugins.darktable.lua import PLUGIN, SKIP_REASON, lua

pytestmark = pytest.mark.skipif(SKIP_REASON is not None, reason=str(SKIP_REASON))

PROGRAM = """
package.loaded["darktable"] = {
  configuration = { config_dir = "/nowhere" },
  preferences = { read = function() return given end },
}
answer(require("lib/settings").program())
"""


@pytest.fixture
def ask(tmp_path):
    plugin = tmp_path / "my lua" / "photo_assist"
    shutil.copytree(PLUGIN, plugin)

    def program(chosen=None, note=None):
        if note is not None:
            (plugin / "program.txt").write_text(note)
        return lua(PROGRAM, chosen or "", {"PLUGIN": str(plugin)})

    return program


def test_noted_program_is_run(ask):
    assert ask(note="/opt/my assist/bin/assist\n") == "/opt/my assist/bin/assist"
    assert ask(note="C:\\Program Files\\assist.exe\r\n") == "C:\\Program Files\\assist.exe"


def test_preference_is_stronger_than_the_note(ask):
    assert ask(chosen="/mine/assist", note="/opt/assist\n") == "/mine/assist"


@pytest.mark.parametrize("note", [None, "", " \n"])
def test_without_either_the_shell_finds_it(ask, note):
    assert ask(note=note) == "assist"
