"""The table of editors."""

import pytest

from plugins.editors.registry import EDITORS, editor_called, told_apart
from tests.plugins.editors.made_places import facts, places


def test_every_editor_is_found_by_its_name():
    assert [editor_called(editor.name) for editor in EDITORS] == list(EDITORS)


def test_an_unknown_name_suggests_the_nearest():
    with pytest.raises(LookupError, match="did you mean 'lightroom'"):
        editor_called("lightrom")


def test_a_name_like_no_other_suggests_nothing():
    with pytest.raises(LookupError) as told:
        editor_called("zzz")
    assert told.value.args == ("no editor is called 'zzz'",)


def test_a_name_used_twice_is_refused():
    with pytest.raises(ValueError, match="two editors"):
        told_apart(EDITORS[0], EDITORS[0])


@pytest.mark.parametrize("editor", EDITORS, ids=lambda editor: editor.name)
@pytest.mark.parametrize("name", ["IMG.CR3", "IMG.jpg", "IMG.dng", "IMG.heic"])
def test_what_cannot_be_told_is_said_to_be_so(editor, name):
    shown = editor.shows(places(name, adobe=facts(rating=3), embedded=facts(rating=3)))

    assert shown.stars is not None or shown.notes
