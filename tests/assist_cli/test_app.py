"""The app of one command line: it knows all verbs by name, and imports the one that is asked for."""

import subprocess
import sys

import pytest

from assist_cli.app import app_for
from assist_cli.verbs import VERBS

COMMANDS_LOADED = """
import sys
from assist_cli.app import app_for
app_for(sys.argv[1:])
print(*sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("assist_cli.commands.")))
"""


def loaded(*arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS_LOADED, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    ("arguments", "verb"),
    [
        (["undo", "--last"], "undo"),
        (["--catalog", "score", "undo"], "undo"),
        (["--device=cpu", "--quiet", "undo", "score"], "undo"),
        (["--", "undo"], "undo"),
    ],
)
def test_app_imports_the_verb_that_is_asked_for_and_no_other(arguments, verb):
    assert loaded(*arguments) == ["entry", verb]


@pytest.mark.parametrize("arguments", [[], ["--help"], ["--version"], ["nonsense"], ["--catalog", "score"]])
def test_app_imports_no_verb_where_none_is_asked_for(arguments):
    assert loaded(*arguments) == ["entry"]


def test_app_knows_every_verb_by_name():
    app = app_for([])
    assert [command.name for command in app.registered_commands] == list(VERBS)


def test_a_misspelt_verb_is_answered_with_the_one_that_may_be_meant(assist):
    answer = assist("scor", ".")
    assert answer.exit_code == 2
    assert "'score'" in answer.err
