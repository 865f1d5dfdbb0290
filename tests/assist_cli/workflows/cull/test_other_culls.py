"""A second cull of the same photos is noticed, and a dead one is not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assist_cli.workflows.cull.other_culls import OtherCulls

CULL = """
import sys
from pathlib import Path
from assist_cli.workflows.cull.other_culls import OtherCulls
with OtherCulls(Path(sys.argv[1]), [Path(sys.argv[2])]):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def catalog(catalog):
    catalog.parent.mkdir(parents=True)
    return catalog


@pytest.fixture
def elsewhere(catalog):
    """Another process that culls a folder, until it is killed."""
    begun = []

    def call(folder):
        command = [sys.executable, "-c", CULL, str(catalog), str(folder)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        begun.append(process)
        assert process.stdout.readline() == b"open\n"
        return process

    yield call
    for process in begun:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(("there", "is_told"), [("", True), ("below", True), ("../other", False)])
def test_cull_of_the_same_photos_is_noticed_and_one_of_others_is_not(catalog, elsewhere, tmp_path, there, is_told):
    elsewhere((tmp_path / "shoot" / there).resolve())
    with OtherCulls(catalog, [tmp_path / "shoot"]) as others:
        assert others.are_open() is is_told


def test_cull_that_was_killed_is_none(catalog, elsewhere, tmp_path):
    process = elsewhere(tmp_path)
    with OtherCulls(catalog, [tmp_path]) as others:
        process.kill()
        process.wait()
        assert not others.are_open()
    assert list(catalog.parent.iterdir()) == []


def test_cull_does_not_take_itself_for_another(catalog, tmp_path):
    with OtherCulls(catalog, [tmp_path]) as others:
        assert not others.are_open()


def test_folder_that_cannot_be_written_stops_no_cull(tmp_path):
    with OtherCulls(tmp_path / "nowhere" / "catalog.db", [tmp_path]) as others:
        assert not others.are_open()
