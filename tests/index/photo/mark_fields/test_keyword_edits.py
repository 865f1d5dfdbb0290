"""Keywords that come and go one by one."""

from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.facts import NO_FACTS, MarkFacts
from index.photo.mark_fields.keyword_edits import keyword_edits
from index.photo.xmp_edit.edits import AddItems, RemoveItems

KEEPER = "photo-assist|keeper"


def test_path_goes_whole_into_one_list_and_its_last_level_into_the_other():
    assert keyword_edits(KeywordChange(add=(KEEPER, "dog")), NO_FACTS) == [
        AddItems("dc:subject", "Bag", ("keeper", "dog")),
        AddItems("lr:hierarchicalSubject", "Bag", (KEEPER, "dog")),
    ]


def test_word_that_stands_there_is_not_added_again():
    facts = MarkFacts(subjects=("keeper", "dog"), hierarchical=("zoo|dog",))
    assert keyword_edits(KeywordChange(add=(KEEPER,)), facts) == [AddItems("lr:hierarchicalSubject", "Bag", (KEEPER,))]
    assert keyword_edits(KeywordChange(add=("zoo|dog", "keeper")), facts) == []


def test_only_the_keywords_named_are_removed():
    facts = MarkFacts(
        subjects=("dog", "keeper", "soft"), hierarchical=("zoo|dog", KEEPER, "lens|soft", "photo-assist|soft")
    )
    assert keyword_edits(KeywordChange(remove=(KEEPER, "photo-assist|soft", "never there")), facts) == [
        RemoveItems("dc:subject", ("keeper",)),
        RemoveItems("lr:hierarchicalSubject", (KEEPER, "photo-assist|soft")),
    ]


def test_keyword_may_take_the_place_of_another():
    facts = MarkFacts(subjects=("soft",), hierarchical=("photo-assist|soft",))
    assert keyword_edits(KeywordChange(add=(KEEPER,), remove=("photo-assist|soft",)), facts) == [
        AddItems("dc:subject", "Bag", ("keeper",)),
        AddItems("lr:hierarchicalSubject", "Bag", (KEEPER,)),
        RemoveItems("dc:subject", ("soft",)),
        RemoveItems("lr:hierarchicalSubject", ("photo-assist|soft",)),
    ]


def test_keyword_of_one_level_is_removed_from_where_it_stands():
    assert keyword_edits(KeywordChange(remove=("dog",)), MarkFacts(subjects=("dog",))) == [
        RemoveItems("dc:subject", ("dog",))
    ]


def test_levels_that_darktable_added_go_too():
    facts = MarkFacts(subjects=("dog", "keeper", "photo-assist"), hierarchical=(KEEPER, "dog"))
    assert keyword_edits(KeywordChange(remove=(KEEPER,)), facts) == [
        RemoveItems("dc:subject", ("keeper", "photo-assist")),
        RemoveItems("lr:hierarchicalSubject", (KEEPER,)),
    ]
