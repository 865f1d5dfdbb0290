"""The contact sheet as a whole: one page that needs nothing but itself, made piece by piece."""

import re
from itertools import islice

from assist_cli.render.sheet_page import PROMISE, sheet_html
from assist_cli.render.sheet_style import STYLE
from tests.assist_cli.sheet_samples import ReadPage, a_bracket, a_burst, a_frame, page

ADDRESSES = {"src", "href", "srcset", "action", "data", "poster"}


def test_the_page_names_its_folder_its_maker_and_its_language():
    read = ReadPage(page([a_burst()], title='Anna & "Tom" <2026>', summary="4 photos & 1 group"))
    assert read.texts("h1") == ['Anna & "Tom" <2026>']
    assert read.texts("title") == ['Anna & "Tom" <2026> - contact sheet']
    assert PROMISE in read.texts("p", "promise")
    assert "photo-assist" in PROMISE
    assert "Nothing was changed or deleted" in PROMISE
    assert "4 photos & 1 group" in read.texts("p")
    assert next(facts["lang"] for name, facts, _ in read.elements if name == "html") == "en"


def test_the_page_opens_offline():
    read = ReadPage(page([a_burst()], [a_frame()]))
    named = [facts[key] for _, facts, _ in read.elements for key in ADDRESSES & facts.keys()]
    assert len(named) == 8
    assert all(re.match(r"data:|#f\d", address) for address in named)
    assert not re.search(r"https?:|//\w|url\(|@import", re.sub(r"data:[^\"]*", "", page([a_burst()])))
    assert not {"link", "iframe", "object", "base"} & {name for name, *_ in read.elements}


def test_the_pages_own_policy_lets_it_fetch_nothing():
    (policy,) = [facts["content"] for _, facts, _ in ReadPage(page()).elements if "http-equiv" in facts]
    assert policy.startswith("default-src 'none'; img-src data:; script-src 'sha256-")
    assert "unsafe" not in policy


def test_no_text_becomes_markup():
    wicked = '"><script>alert(1)</script>\udcff'
    plain, attacked = (
        ReadPage(
            page(
                [a_burst()],
                [a_frame(text, folder=text, taken=text, reasons=(text,), decision=text, better=text)],
                text,
                text,
            )
        )
        for text in ("plain", wicked)
    )
    assert [name for name, *_ in attacked.elements] == [name for name, *_ in plain.elements]


def test_every_piece_can_be_written_as_utf_8():
    written = "".join(sheet_html("\udcff", [a_burst()], [a_frame("\ud83d.jpg")], "\udc80")).encode("utf-8")
    assert written.startswith(b"<!DOCTYPE html>")


def test_groups_keep_their_order_and_singles_come_last():
    read = ReadPage(page([a_bracket(), a_burst()], [a_frame()]))
    assert [heading.partition(" · ")[0] for heading in read.texts("h2")] == [
        "Exposure bracket",
        "Burst",
        "Single photos",
    ]


def test_no_number_is_given_twice():
    read = ReadPage(page([a_burst(), a_bracket()], [a_frame(), a_frame()]))
    assert [facts["id"] for name, facts, _ in read.elements if name == "figure"] == [f"f{n}" for n in range(9)]


def test_groups_are_taken_one_at_a_time():
    taken = []

    def groups():
        for number in range(1000):
            taken.append(number)
            yield a_burst()

    pieces = sheet_html("Shoot", groups(), (), "")
    list(islice(pieces, 20))
    assert len(taken) < 5


def test_there_is_a_button_for_each_kind_of_photo():
    labels = ReadPage(page([a_burst()])).texts("label")
    assert labels == ["All", "Only groups", "Keepers", "Reject candidates"]


def test_the_style_hides_on_paper_what_only_a_screen_can_use():
    on_paper = STYLE.partition("@media print")[2]
    assert ".bar fieldset, dialog { display: none; }" in on_paper
    assert ".frame { break-inside: avoid; }" in on_paper
