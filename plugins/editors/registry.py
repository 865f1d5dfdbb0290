"""Every editor whose view is predicted, in the order in which they are told. To add one, add one line."""

from __future__ import annotations

from difflib import get_close_matches

from plugins.editors import capture_one, darktable, digikam, lightroom, rawtherapee
from plugins.editors.shown import Editor


def told_apart(*editors: Editor) -> tuple[Editor, ...]:
    """The same editors; a name used twice raises `ValueError`."""
    names = [editor.name for editor in editors]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"two editors are called {name!r}")
    return editors


EDITORS: tuple[Editor, ...] = told_apart(
    lightroom.EDITOR,
    darktable.EDITOR,
    digikam.EDITOR,
    capture_one.EDITOR,
    rawtherapee.EDITOR,
)


def editor_called(name: str) -> Editor:
    """The editor of that name; a `LookupError` suggests the nearest."""
    by_name = {editor.name: editor for editor in EDITORS}
    if name not in by_name:
        near = get_close_matches(name, by_name, n=1)
        raise LookupError(f"no editor is called {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    return by_name[name]
