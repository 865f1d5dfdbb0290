"""What help says of a verb is what the verb says of itself."""

import inspect
from pathlib import Path

import pytest

from assist_cli import commands
from assist_cli.verbs import VERBS, module_of


@pytest.mark.parametrize("verb", VERBS)
def test_verbs_tell_the_first_sentence_of_their_own_help(verb):
    module = module_of(verb)
    own = module.app.info.help if hasattr(module, "app") else inspect.getdoc(getattr(module, verb))
    first, _, _ = own.replace("\n", " ").partition(". ")
    assert VERBS[verb] == first.rstrip(".") + "."


def test_verbs_leave_no_command_out():
    names = {path.stem for path in Path(commands.__file__).parent.glob("*.py")} - {"__init__"}
    below = {name for name in names for verb in VERBS if name.startswith(f"{verb}_")}
    assert names - below - {"entry"} == set(VERBS)
