"""Keywords in two lists."""

from index.photo.mark_fields.keywords import keywords_said, orphaned_levels


def test_words_that_are_levels_of_a_path_are_not_said_twice():
    assert keywords_said(("dog", "animal", "beach"), ("animal|dog",)) == ("animal|dog", "beach")


def test_lists_without_paths_are_keywords_of_one_level():
    assert keywords_said(("dog", "dog", "beach"), ()) == ("dog", "beach")


def test_levels_go_only_where_no_other_keyword_has_them():
    assert orphaned_levels(["a|keeper", "a|soft"], ["a|keeper", "a|soft", "b|soft"]) == ("a", "keeper")
