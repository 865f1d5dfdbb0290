"""Keywords of all places come together as sets."""

from pathlib import Path

import pytest

from assist_cli.workflows.collect_keywords import collect_keywords
from assist_cli.workflows.marked_places import MarkedPlace
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.marks import Mark, Marks
from index.photo.merge_marks import Known
from index.photo.persons_word import NOTHING_SAID, PersonsWord
from index.photo.sidecar_place import Place, SidecarPlace
from index.photo.stated_marks import Stated

ONE, OTHER = Path("/p/IMG.CR3.xmp"), Path("/p/IMG.xmp")
KEEPER = "photo-assist|assist-keeper"


def says(path, there, known=None):
    """A place with these keywords, and those that we knew there."""
    place = MarkedPlace(SidecarPlace(path, Place.ADOBE, Path("/p/IMG.CR3")), PhotoLies())
    before = {} if known is None else {Mark.KEYWORDS: Known(known, by_person=True)}
    return place, Stated(Marks(keywords=there), before)


def here(*words):
    return NOTHING_SAID.with_mark(Mark.KEYWORDS, words)


@pytest.mark.parametrize(
    ("kept", "one", "other", "words"),
    [
        pytest.param(here("sea"), (("sea", "pier"), ("sea",)), (("sea",), ("sea",)), {"sea", "pier"}, id="given"),
        pytest.param(
            here("sea", "pier"), (("sea",), ("sea", "pier")), (("sea", "pier"),) * 2, {"sea"}, id="taken away"
        ),
        pytest.param(here("sea"), ((), ("sea",)), (("pier",), ()), {"pier"}, id="both"),
        pytest.param(here("sea"), ((), ("sea",)), (("sea",), ()), {"sea"}, id="given and taken away: given"),
        pytest.param(here("sea"), (("sea",), ()), ((), ("sea",)), {"sea"}, id="in any order"),
        pytest.param(NOTHING_SAID, (("sea",), ("sea",)), ((), ("pier",)), {"sea"}, id="new catalogue"),
    ],
)
def test_keywords_come_and_go(kept, one, other, words):
    found = collect_keywords(kept, [says(ONE, *one), says(OTHER, *other)])
    assert set(found.words) == words


def test_the_files_that_say_something_new_are_named():
    stated = [says(ONE, ("sea",), ("sea",)), says(OTHER, (), ("sea",))]
    assert collect_keywords(here("sea"), stated).sources == (OTHER,)


def test_nothing_new_has_no_source():
    assert collect_keywords(here("sea"), [says(ONE, ("sea",), ("sea",))]).sources == ()
    assert collect_keywords(here("sea"), [says(ONE, ("sea",))]).sources == ()
    assert collect_keywords(NOTHING_SAID, [says(ONE, ())]).sources == ()


def test_keywords_that_a_person_took_away_do_not_come_back_from_a_place_that_knew_them():
    gone = PersonsWord(cleared=frozenset({Mark.KEYWORDS}))
    assert collect_keywords(gone, [says(ONE, ("sea",), ("sea",)), says(OTHER, (), ())]).words == ()


def test_ours_are_no_person_s():
    assert collect_keywords(NOTHING_SAID, [says(ONE, (KEEPER, "sea"))]).words == ("sea",)
    assert collect_keywords(NOTHING_SAID, [says(ONE, (), (KEEPER,))]).sources == ()
