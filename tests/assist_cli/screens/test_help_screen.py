"""Help tells the keys of the keymap in use."""

from __future__ import annotations

import pytest

from assist_cli.screens.help_screen import GROUPS
from assist_cli.workflows.cull.actions import Action


def test_help_names_the_keys_of_this_keymap(cull):
    async def steps(played):
        await played.press("question_mark")
        assert "p y  pick" in played.text
        assert "keymap vim" in played.text
        await played.press("escape")
        assert "1/5" in played.text

    cull(steps, keymap="vim", size=(160, 48))


def test_small_screens_scroll(cull):
    async def steps(played):
        await played.press("question_mark")
        assert "these keys" not in played.text
        await played.press(*["pagedown"] * 5)
        assert "cannot be read" in played.text

    cull(steps, size=(80, 24))


@pytest.mark.parametrize("action", [action for action in Action if not action.value.startswith("stay_")])
def test_every_action_is_told(action):
    assert any(action in actions for _, rows in GROUPS for actions, _ in rows)
