"""docs/culling.md tells the keys, filters and sorts as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from assist_cli.screens.choices import BEST_FIRST, EXAMPLE_WORDS, FILTER_WORDS, SORT_WORDS
from assist_cli.screens.help_screen import GROUPS
from assist_cli.screens.key_names import key_name
from assist_cli.workflows.cull.keymap import KEYMAPS, load_keymap

PAGE = Path(__file__).parents[3] / "docs" / "culling.md"


def code(words):
    """As Markdown's code within a table."""
    return f"`{words}`".replace("|", "\\|") if "`" not in words else f"`` {words} ``"


def keys_of(keymap, actions):
    keys = [
        key
        for action in actions
        for key in (keymap.keys_of(action) if len(actions) == 1 else keymap.keys_of(action)[:1])
    ]
    return " ".join(code(key_name(key)) for key in keys)


def key_table():
    keymaps = [load_keymap(name) for name in KEYMAPS]
    yield f"| | {' | '.join(KEYMAPS)} |"
    yield "|---" * (len(KEYMAPS) + 1) + "|"
    for title, rows in GROUPS:
        yield f"| **{title}** |{' |' * len(KEYMAPS)}"
        for actions, words in rows:
            yield f"| {words} | {' | '.join(keys_of(keymap, actions) for keymap in keymaps)} |"


def named_table(words):
    for name, told in words.items():
        yield f"| `{name}` | {told} |"


@pytest.mark.parametrize(
    "table",
    [
        key_table(),
        named_table(FILTER_WORDS | EXAMPLE_WORDS),
        named_table(
            {
                "name": SORT_WORDS["name"],
                "time": SORT_WORDS["time"],
                "score": BEST_FIRST,
                "advice": SORT_WORDS["advice"],
            }
        ),
    ],
    ids=["keys", "filters", "sorts"],
)
def test_table_of_the_page_is_the_one_in_the_code(table):
    lines = "\n".join(table)
    assert lines in PAGE.read_text("utf-8"), f"docs/culling.md should have:\n{lines}"
