"""Keys as people read them."""

from __future__ import annotations

import pytest

from assist_cli.screens.key_names import first_key, key_name, typed_keys
from assist_cli.workflows.cull.actions import Action
from assist_cli.workflows.cull.keymap import KEYMAPS, load_keymap


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("p", "p"),
        ("P", "P"),
        ("ctrl+z", "Ctrl+Z"),
        ("question_mark", "?"),
        ("f5", "F5"),
        ("alt+3", "Alt+3"),
        ("f", "f"),
        ("tab", "Tab"),
        ("delete", "Del"),
    ],
)
def test_name_is_what_stands_on_the_key(key, name):
    assert key_name(key) == name


@pytest.mark.parametrize("keymap", KEYMAPS)
def test_every_keymap_can_tell_how_to_get_help_and_out(keymap):
    keys = load_keymap(keymap)
    assert first_key(keys, Action.HELP) == "?"
    assert first_key(keys, Action.QUIT) == "q"


def test_what_was_typed_ahead_is_known_by_its_keys():
    assert typed_keys("pX3] \r\x07") == ["p", "X", "3", "right_square_bracket", "space", "enter"]
