"""A person culls a shoot with the keyboard alone."""

from __future__ import annotations

from time import sleep

from tests.assist_cli.screens.tmux_terminal import Terminal
from tests.end_to_end.said_by_keys import PHOTOS, Said, Shoot

LOOKS_AGAIN_S = 1.5
"""Longer than a screen takes to come, lest a second key sends it away again."""
PATTERN = ("p", "x", "1", "2", "3", "4", "5", "6", "P4", "(5", " ", "u")
"""What a person presses on one photo after the other: a space goes on, capitals and the bracket stay on the photo."""


def compare_the_first_bracket(played: Terminal, shoot: Shoot) -> None:
    """Of frames that belong together one is kept, and none is lost."""
    first, second = shoot.stems[:2]
    played.press("c")
    while played.until_any(f"2  {second}", "Which frames belong to the moment") != f"2  {second}":
        sleep(LOOKS_AGAIN_S)  # moments are told once all are judged
        played.press("c")
        sleep(LOOKS_AGAIN_S)
    played.until(f"1  {first}")
    played.press("2")
    played.until(f"Picked: {second}")
    shoot.press(2, "p")
    played.press("Enter", "Home")
    played.until(f"1/{PHOTOS}")
    played.press("Right", "Right")
    played.until(f"3/{PHOTOS}")


def mark_one_after_the_other(played: Terminal, shoot: Shoot, start: int, end: int) -> None:
    for number in range(start, end):
        keys = PATTERN[number % len(PATTERN)]
        played.press(*("Space" if key == " " else key for key in keys))
        shoot.press(number, keys.strip())
        if number % 10 == 0 or number == end - 1:
            played.until(f"{number + 1}/{PHOTOS}")


def take_three_back(played: Terminal, shoot: Shoot, start: int) -> None:
    """The last three photos that were marked with one key each; then they are marked otherwise."""
    for number in (start + 2, start + 1, start):
        played.press("C-z")
        played.until(f"Taken back: {shoot.stems[number - 1]}")
        shoot.table[shoot.stems[number - 1]] = Said()
        shoot.touched.discard(shoot.stems[number - 1])
    played.until(f"{start}/{PHOTOS}")
    played.press("x", "5", "Right")
    shoot.press(start, "x")
    shoot.press(start + 1, "5")
    played.until(f"{start + 3}/{PHOTOS}")


def mark_in_the_grid(played: Terminal, shoot: Shoot, start: int, end: int) -> None:
    played.press("g")
    played.until(shoot.stems[start - 1], "Enter loupe")
    for number in range(start, end):
        key = "px3"[number % 3]
        played.press(key)
        shoot.press(number, key)
    played.until(f"{shoot.stems[end - 2]}: ")
    played.press("Enter")
    played.until(f"{end}/{PHOTOS}")


def reject_what_a_filter_shows(played: Terminal, shoot: Shoot, start: int, count: int) -> None:
    unrated = [number for number, stem in enumerate(shoot.stems, 1) if shoot.table[stem].is_unrated]
    played.press("\\", *"unrated", "Enter")
    played.until(f"Shown: unrated, {len(unrated)} of {PHOTOS}")
    there = [number for number in unrated if number >= start][:count]
    for number in there:
        played.press("x")
        shoot.press(number, "x")
        played.until(f"{shoot.stems[number - 1]}: rejected")
    played.press("\\", *"all", "Enter")
    played.until(f"Shown: all, {PHOTOS} of {PHOTOS}")


def pick_the_last(played: Terminal, shoot: Shoot) -> None:
    played.press("End")
    played.until(f"{PHOTOS}/{PHOTOS}")
    played.press("p")
    shoot.press(PHOTOS, "p")
    played.until(f"{shoot.stems[-1]}: picked")


def play(played: Terminal, shoot: Shoot) -> None:
    """All of it, then the summary; sidecars are written."""
    compare_the_first_bracket(played, shoot)
    mark_one_after_the_other(played, shoot, 3, 101)
    take_three_back(played, shoot, 98)
    mark_in_the_grid(played, shoot, 101, 131)
    reject_what_a_filter_shows(played, shoot, 131, 5)
    pick_the_last(played, shoot)
    played.press("q")
    played.until(shoot.counts())
    played.press("Enter")
    played.until("assist undo --last brings every sidecar back as it was", "LEFT WITH 0")
