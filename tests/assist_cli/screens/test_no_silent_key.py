"""Every key of every keymap, in every screen: something happens, or the message line says why not."""

from __future__ import annotations

import pytest

from assist_cli.screens.cull_screen import CullScreen
from assist_cli.screens.said import Said
from assist_cli.workflows.cull.actions import Action
from assist_cli.workflows.cull.keymap import DEFAULT, KEYMAPS, load_keymap
from index.photo.marks import Flag, Marks
from index.photo.merge_marks import value_of

MAPS = [DEFAULT, *(pytest.param(name, marks=pytest.mark.heavy) for name in KEYMAPS if name != DEFAULT)]
SCREENS = {"loupe": (), "grid": (Action.GRID,), "compare": (Action.COMPARE,), "zoom": (Action.ZOOM,)}


def keys_of(keymap):
    return [key for keys in keymap.keys.values() for key in keys]


def state(played):
    """Whatever a key may change."""
    session, desk = played.session, played.app.desk
    return (
        session.current.path,
        tuple(photo.marks for photo in session.photos),
        session.auto_advance,
        (desk.overlay, desk.is_zoomed, desk.zoom_scale),
        played.app.screen,
        getattr(played.app.screen, "_zoom", None),
    )


async def tap(played, key):
    """A key, without the pauses of a pilot: there are hundreds."""
    played.app.screen.take(key)
    await played.until(lambda: not played.app.desk.is_changing)


def is_on(app, name):
    return app.is_screen_installed(name) and app.screen is app.get_screen(name)


async def open_screen(played, keymap, name):
    """The screen on the second photo of five, without marks."""
    desk, session = played.app.desk, played.session
    while not isinstance(played.app.screen, CullScreen):
        played.app.screen.dismiss()
        await played.until(lambda: not desk.is_changing)
    if any(photo.marks.said() for photo in session.photos):
        session.set_flags({photo.path: Flag.UNFLAGGED for photo in session.photos})
    session.go_to(session.photos[1].path)
    desk.overlay = None
    if not is_on(played.app, wanted_action(name)):
        desk.is_zoomed = False
        await tap(played, keymap.keys_of(Action(wanted_action(name)))[0])
    if desk.is_zoomed is not (name == "zoom"):
        desk.is_zoomed = False
        for action in SCREENS[name][: name == "zoom"]:
            await tap(played, keymap.keys_of(action)[0])
    if name == "zoom":
        await played.until(lambda: played.app.screen.seen() is not None)


def wanted_action(name):
    return "loupe" if name == "zoom" else name


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", MAPS)
def test_no_key_is_silent(cull, name, screen):
    keymap = load_keymap(name)

    async def steps(played):
        silent = []
        for key in [*keys_of(keymap), "f12", "tab", "~", "1", "9"]:
            await open_screen(played, keymap, screen)
            played.app.desk.said = Said("")
            before = state(played)
            await tap(played, key)
            if state(played) == before and not played.app.desk.said.text:
                silent.append(key)
        assert silent == []

    cull(steps, keymap=name, size=(60, 20))


MARKS = {
    Action.PICK: Marks(flag=Flag.PICK),
    Action.REJECT: Marks(flag=Flag.REJECT),
    **{Action(f"rate_{stars}"): Marks(rating=stars) for stars in range(1, 6)},
    Action.LABEL_RED: Marks(labels=("Red",)),
    Action.LABEL_YELLOW: Marks(labels=("Yellow",)),
    Action.LABEL_GREEN: Marks(labels=("Green",)),
    Action.LABEL_BLUE: Marks(labels=("Blue",)),
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", MAPS)
def test_marking_keys_set_the_same_in_every_screen(cull, name, screen):
    keymap = load_keymap(name)

    async def steps(played):
        await open_screen(played, keymap, screen)
        for action, marks in MARKS.items():
            (key, *_) = keymap.keys_of(action)
            if screen == "compare" and key in ("1", "2"):
                continue  # keeps that frame
            at = played.session.current
            await tap(played, key)
            (mark,) = marks.said()
            assert value_of(played.session.marked(at.path), mark) == value_of(marks, mark), (action, key)
            played.session.go_to(at.path)

    cull(steps, keymap=name, size=(60, 20))
