"""Markdown tables line up."""

from assist_cli.render.markdown_table import markdown_table


def test_columns_are_as_wide_as_their_widest_cell_and_numbers_stand_to_the_right():
    assert markdown_table([["", "srcc"], ["night", ".9"], ["day", ".75"]]) == [
        "|       | srcc |",
        "| ----- | ---: |",
        "| night |   .9 |",
        "| day   |  .75 |",
    ]


def test_a_bar_in_a_name_does_not_end_its_cell_and_wide_letters_count_twice():
    assert markdown_table([["", "n"], ["a|b", "1"], ["夜景", "2"]]) == [
        "|      |   n |",
        "| ---- | --: |",
        "| a\\|b |   1 |",
        "| 夜景 |   2 |",
    ]
