"""Which key does what."""

import pytest

from assist_cli.failures import BadRequestError
from assist_cli.workflows.cull.actions import Action, marks_and_stays
from assist_cli.workflows.cull.keymap import KEYMAPS, load_keymap


@pytest.fixture
def own(tmp_path):
    def call(text):
        path = tmp_path / "mine.toml"
        path.write_text(text, "utf-8")
        return load_keymap(str(path))

    return call


def test_lightroom_is_the_default_and_its_keys_are_those_that_people_know():
    keymap = load_keymap()
    assert keymap.name == "lightroom"
    known = {"p": "pick", "x": "reject", "u": "unflag", "5": "rate_5", "6": "label_red", "ctrl+z": "undo"}
    known |= {"space": "next", "left_square_bracket": "previous_set", "question_mark": "help", "P": "stay_pick"}
    assert {key: keymap.action_for(key) for key in known} == known


def test_a_key_that_does_nothing_has_no_action():
    assert load_keymap().action_for("f12") is None


def test_the_first_key_of_an_action_is_the_one_to_show():
    assert load_keymap("vim").keys_of(Action.NEXT)[0] == "l"
    assert load_keymap("vim").keys_of(Action.LABEL_PURPLE) == ()


@pytest.mark.parametrize("name", KEYMAPS)
def test_every_keymap_has_what_a_cull_cannot_do_without(name):
    keymap = load_keymap(name)
    flags = {Action.PICK, Action.REJECT, Action.UNFLAG, *(Action(f"rate_{stars}") for stars in range(6))}
    rooms = {Action.ZOOM, Action.FOCUS_OVERLAY, Action.EXPOSURE_OVERLAY, Action.CROP_OVERLAY, Action.WHAT_IF}
    rooms |= {Action.LOUPE, Action.GRID, Action.COMPARE, Action.FILTER, Action.SORT, Action.TOGGLE_ADVANCE}
    about = {Action.NEXT, Action.PREVIOUS, Action.UP, Action.DOWN, Action.FIRST, Action.LAST, Action.NEXT_UNRATED}
    for action in flags | rooms | about | {Action.NEXT_SET, Action.PREVIOUS_SET, Action.UNDO, Action.HELP, Action.QUIT}:
        assert keymap.keys_of(action), action


@pytest.mark.parametrize("name", KEYMAPS)
def test_arrows_and_undo_are_the_same_in_every_keymap(name):
    keymap = load_keymap(name)
    keys = {"right": "next", "left": "previous", "up": "up", "down": "down", "ctrl+z": "undo"}
    assert {key: keymap.action_for(key) for key in keys} == keys


def test_a_keymap_of_ones_own_may_extend_another(own):
    keymap = own('extends = "lightroom"\n[keys]\npick = ["k", "p"]\nreject = "d"\n')
    assert keymap.name == "mine"
    assert keymap.keys_of(Action.PICK) == ("k", "p")
    assert keymap.action_for("x") is None
    assert keymap.keys_of(Action.UP) == ("up",)
    assert keymap.action_for("z") is Action.ZOOM


def test_a_keymap_of_ones_own_may_stand_alone(own):
    keymap = own('[keys]\nnext = "n"\nquit = "q"\nhelp = "f1"\n')
    assert dict(keymap.keys) == {Action.NEXT: ("n",), Action.QUIT: ("q",), Action.HELP: ("f1",)}


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('[keys]\npik = "p"\n', "no action 'pik'", "did you mean pick?"),
        ('[keys]\npick = "p"\nreject = ["x", "p"]\n', "the key p is given to pick and to reject", "one of them"),
        ("[keys]\npick = 7\n", "keys of pick", 'pick = ["p"]'),
        ('[keys]\nquit = "q"\n', "no key for help", "help ="),
        ('extends = "lightroom"\n[keys]\npick = "q"\nreject = "ctrl+q"\n', "no key for quit", "quit ="),
        ('extends = "emacs"\n[keys]\n', "'emacs'", "lightroom"),
        ('pick = "p"\n', "no table of keys", "[keys]"),
        ("[keys\n", "no TOML", "a line is"),
    ],
)
def test_a_wrong_keymap_is_refused_in_one_line_with_a_hint(own, text, message, hint):
    with pytest.raises(BadRequestError) as error:
        own(text)
    assert message in str(error.value)
    assert hint in error.value.hint
    assert "\n" not in str(error.value)


def test_a_keymap_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BadRequestError, match="cannot be read"):
        load_keymap(str(tmp_path / "none.toml"))
    with pytest.raises(BadRequestError, match="no keymap") as error:
        load_keymap("lightrom")
    assert "did you mean lightroom?" in error.value.hint


def test_staying_is_the_same_action_without_going_on():
    assert marks_and_stays(Action.STAY_RATE_3) == (Action.RATE_3, True)
    assert marks_and_stays(Action.REJECT) == (Action.REJECT, False)


def test_every_staying_action_has_one_that_goes_on():
    for action in Action:
        assert not marks_and_stays(action)[0].value.startswith("stay_")
