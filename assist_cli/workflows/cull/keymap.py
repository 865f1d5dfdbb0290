"""Which key does what in a cull: four keymaps that ship, and a person's own TOML file.

A file is a table `keys` of actions, each with a key or a list of them, named as Textual names them (`p`, `X`, `ctrl+z`,
`question_mark`). With `extends = "lightroom"` only what differs need be said: an action that is named has these keys alone, and
a key that is given to another action is taken from the one that had it.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from assist_cli.failures import BadRequestError
from assist_cli.workflows.cull.actions import Action

KEYMAPS = ("lightroom", "photomechanic", "darktable", "vim")
DEFAULT = KEYMAPS[0]
NEEDED = (Action.QUIT, Action.HELP)
"""Without a key for these a person is trapped, or lost."""
SPARE = {Action.QUIT: "ctrl+x", Action.HELP: "f12"}
"""Keys that no keymap here has for anything else."""

Keys = dict[Action, tuple[str, ...]]


@dataclass(frozen=True)
class Keymap:
    """`keys`: of each action, the one that is shown first."""

    name: str
    keys: Mapping[Action, tuple[str, ...]]

    def __post_init__(self) -> None:
        object.__setattr__(self, "_actions", {key: action for action, keys in self.keys.items() for key in keys})

    def action_for(self, key: str) -> Action | None:
        """What this key does; None where it does nothing."""
        actions: Mapping[str, Action] = self.__dict__["_actions"]
        return actions.get(key)

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """The keys that do this, the one to show first; () where none does."""
        return self.keys.get(action, ())


def load_keymap(name: str = DEFAULT) -> Keymap:
    """The keymap that ships under this name, or that of this TOML file.

    Raises `BadRequestError` for a file that is not there or no TOML, an unknown action, a key given twice, and where nothing quits
    or helps.
    """
    if name in KEYMAPS:
        return Keymap(name, _shipped(name))
    path = Path(name)
    if path.suffix.lower() != ".toml":
        raise _no_such_keymap(name)
    return Keymap(path.stem, _own(path))


def _shipped(name: str) -> Keys:
    text = resources.files(__package__).joinpath("keymaps", f"{name}.toml").read_text("utf-8")
    return _keys(tomllib.loads(text), f"keymap {name}")


def _own(path: Path) -> Keys:
    table, where = _read(path), f"the keymap {path}"
    own = _keys(table, where)
    base = table.get("extends")
    if base is not None and base not in KEYMAPS:
        raise BadRequestError(f"{where} extends {base!r}", f"it may extend {', '.join(KEYMAPS)}")
    keys = own if base is None else _laid_over(_shipped(str(base)), own)
    if missing := [action for action in NEEDED if not keys.get(action)]:
        hint = f'each needs a key of its own: add such as {missing[0]} = "{SPARE[missing[0]]}"'
        raise BadRequestError(f"{where} leaves no key for {missing[0]}", hint)
    return keys


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BadRequestError(f"the keymap {path} cannot be read: {error.strerror}", "check its name") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRequestError(f"the keymap {path} is no TOML: {error}", 'a line is such as pick = ["p"]') from error


def _keys(table: Mapping[str, Any], where: str) -> Keys:
    named = table.get("keys")
    if not isinstance(named, dict):
        raise BadRequestError(f"{where} has no table of keys", 'it begins with [keys], then such as pick = ["p"]')
    keys = {_action(name, where): _listed(name, value, where) for name, value in named.items()}
    _check_doubled(keys, where)
    return keys


def _action(name: str, where: str) -> Action:
    try:
        return Action(name)
    except ValueError:
        near = difflib.get_close_matches(name, [*Action], n=1)
        hint = f"did you mean {near[0]}?" if near else f"actions are such as {', '.join([*Action][:3])}"
        raise BadRequestError(f"{where}: there is no action {name!r}", hint) from None


def _listed(name: str, value: object, where: str) -> tuple[str, ...]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) and key for key in keys):
        raise BadRequestError(f"{where}: the keys of {name} are no names of keys", f'such as {name} = ["p"]')
    return tuple(keys)


def _check_doubled(keys: Keys, where: str) -> None:
    owners: dict[str, Action] = {}
    for action, of_action in keys.items():
        for key in of_action:
            if key in owners:
                words = f"{where}: the key {key} is given to {owners[key]} and to {action}"
                raise BadRequestError(words, "take it from one of them")
            owners[key] = action


def _laid_over(base: Keys, own: Keys) -> Keys:
    taken = {key for keys in own.values() for key in keys}
    left = {action: tuple(key for key in keys if key not in taken) for action, keys in base.items()}
    return left | own


def _no_such_keymap(name: str) -> BadRequestError:
    near: Iterable[str] = difflib.get_close_matches(name, KEYMAPS, n=1)
    suggestion = "".join(f"did you mean {one}? " for one in near)
    return BadRequestError(
        f"there is no keymap {name!r}", f"{suggestion}there are: {', '.join(KEYMAPS)}, or name a TOML file of your own"
    )
