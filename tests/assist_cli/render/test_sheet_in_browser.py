"""The contact sheet in a real browser, where there is one."""

import os
import re
import shutil
import subprocess

import pytest

from assist_cli.render.sheet_script import SCRIPT
from tests.assist_cli.sheet_samples import ReadPage, a_bracket, a_burst, a_frame, page

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
KEYS = """
const press = key => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
document.querySelector("button.photo").focus();
press("ArrowRight");
document.activeElement.click();
press("ArrowRight");
"""
FILTERS = """
const seen = name => {
  document.querySelector(`#only-${name}`).click();
  return [...document.querySelectorAll(".name")].filter(name => name.checkVisibility()).map(name => name.textContent).join(" ");
};
document.querySelector("h1").textContent = ["groups", "keepers", "rejects", "all"].map(seen).join(" | ");
"""


@pytest.fixture
def browser(tmp_path):
    """Opens a page without a window; gives what it made of it, and what it complained of."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium on this machine to look at the contact sheet with")

    def look(text):
        (tmp_path / "sheet.html").write_text(text, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
        command = [program, *options, "--enable-logging=stderr", "--dump-dom", (tmp_path / "sheet.html").as_uri()]
        home = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
        run = subprocess.run(command, capture_output=True, encoding="utf-8", env=home, timeout=60, check=True)
        return ReadPage(run.stdout), [line for line in run.stderr.splitlines() if "CONSOLE" in line]

    return look


def test_the_page_runs_under_its_own_policy_and_counts_its_photos(browser):
    read, complaints = browser(page([a_burst(), a_bracket()], [a_frame()]))
    assert complaints == []
    assert read.texts("output") == ["8", "7", "5", "1"]


def test_the_policy_stops_every_script_but_the_pages_own(browser):
    read, complaints = browser(page([a_burst()]).replace(SCRIPT, SCRIPT + " "))
    assert "Content Security Policy" in complaints[0]
    assert read.texts("output") == [""] * 4


def test_the_larger_view_opens_on_a_photo_and_arrow_keys_move_it(browser):
    read, complaints = browser(scripted(page([a_burst()]), KEYS))
    assert complaints == []
    ((_, facts, shown),) = [element for element in read.elements if element[0] == "dialog"]
    assert "open" in facts
    # The third: A.JPG, after the two keepers.
    assert "eyes sharper in B.JPG" in shown
    assert "3 of 4" in shown


def test_the_buttons_show_only_what_they_say(browser):
    read, complaints = browser(scripted(page([a_burst()], [a_frame("S.JPG")]), FILTERS))
    assert complaints == []
    assert read.texts("h1") == ["B.JPG D.JPG A.JPG C.JPG | B.JPG D.JPG | C.JPG | B.JPG D.JPG A.JPG C.JPG S.JPG"]


def scripted(text, script):
    """The page with another script, which its policy would stop."""
    return re.sub("<meta http-equiv[^>]*>", "", text).replace("</body>", f"<script>{script}</script></body>")
