"""Keys as people read them: `?`, `[`, `Ctrl+Z`, `←`."""

from __future__ import annotations

from assist_cli.workflows.cull.actions import Action
from assist_cli.workflows.cull.keymap import Keymap

SIGNS = {
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "backslash": "\\",
    "slash": "/",
    "minus": "-",
    "exclamation_mark": "!",
    "at": "@",
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "circumflex_accent": "^",
    "ampersand": "&",
    "asterisk": "*",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "home": "Home",
    "end": "End",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "tab": "Tab",
}


def key_name(key: str) -> str:
    """One key; a single letter as it is typed."""
    if key in SIGNS:
        return SIGNS[key]
    *held, last = key.split("+") if len(key) > 1 else [key]
    if held:
        return "+".join([*(name.capitalize() for name in held), SIGNS.get(last, last.upper())])
    return key.upper() if key[:1] == "f" and key[1:].isdecimal() else key.replace("_", " ")


def typed_keys(text: str) -> list[str]:
    """The keys that were pressed to type it, as Textual names them; those that have no name here are left out."""
    keys = {sign: key for key, sign in SIGNS.items() if len(sign) == 1} | {" ": "space", "\r": "enter", "\t": "tab"}
    return [keys.get(letter, letter) for letter in text if letter in keys or letter.isalnum()]


def first_key(keymap: Keymap, action: Action) -> str:
    """The key to show for it; nothing where none does it."""
    keys = keymap.keys_of(action)
    return key_name(keys[0]) if keys else ""
