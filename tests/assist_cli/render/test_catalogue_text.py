"""What is said of the catalogue itself."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from assist_cli.render.catalogue_text import plan_lines, report_line, size_text, statistics_json, statistics_lines
from assist_cli.workflows.catalogue_statistics import CatalogueStatistics
from assist_cli.workflows.prune_catalogue import PrunePlan, PruneReport, PruneRequest
from index.catalog.statistics import Statistics
from index.catalog.unused_results import Pruned

FOLDERS = {Path(f"/shoot/{number:02d}"): 20 - number for number in range(12)}
HOLDS = Statistics(
    1204, 3, {"nima@0123456789ab": 1204, "other@ba9876543210": 7}, {"lite0@01": 1200}, {1: 1204}, FOLDERS, 9
)
FOUND = CatalogueStatistics(Path("/home/ana/cata\nlog.db"), 3_400_000, HOLDS)
REQUEST = PruneRequest(Path("/c.db"), timedelta(days=30))


def lines_of(found):
    return [line.plain.rstrip() for line in found]


def test_statistics_are_a_label_and_a_number_a_line():
    lines = lines_of(statistics_lines(FOUND))
    assert lines[:7] == [
        "catalogue   /home/ana/cata?log.db, 3.4 MB, schema step 9",
        "photos      1,204, 3 of them missing",
        "ratings     1,204 by nima@0123456789ab",
        "            7 by other@ba9876543210",
        "embeddings  1,200 by lite0@01",
        "glances     1,204 by version 1",
        "folders     20 in /shoot/00",
    ]
    assert lines[-1] == "            and 2 more folders"


def test_statistics_as_json_hold_all_folders():
    told = json.loads(statistics_json(FOUND))
    assert (told["schema"], told["photos"], told["missing"], told["size_bytes"]) == (
        "assist.catalogue/1",
        1204,
        3,
        3_400_000,
    )
    assert len(told["folders"]) == 12
    assert told["ratings"] == {"nima@0123456789ab": 1204, "other@ba9876543210": 7}


def test_a_plan_names_the_first_photos_and_why_others_stay():
    photos = tuple(Path(f"/shoot/{number:02d}.jpg") for number in range(12))
    plan = PrunePlan(REQUEST, photos, too_recent=1, back=2, absent={Path("/media/card"): 240})
    lines = lines_of(plan_lines(plan))
    assert lines[0] == "forget      /shoot/00.jpg"
    assert lines[10:] == [
        "            and 2 more",
        "in all      12 photos missing for more than 30 days",
        "stay        1 photo missing for less",
        "stay        2 photos whose files are back (assist score PATH)",
        "stay        240 photos of /media/card: that folder is absent or empty (--gone FOLDER)",
    ]


def test_a_plan_tells_of_old_results_where_they_were_asked_for():
    with_results = PrunePlan(PruneRequest(Path("/c.db"), timedelta(hours=36), old_results=True), results=1500)
    assert lines_of(plan_lines(with_results)) == [
        "in all      0 photos missing for more than 1.5 days",
        "            1,500 results by weights and versions not in use any more",
    ]


def test_a_plan_for_a_folder_that_is_gone_names_it():
    plan = PrunePlan(
        PruneRequest(Path("/c.db"), timedelta(days=30), gone=Path("/media/card")), (Path("/media/card/1"),)
    )
    assert lines_of(plan_lines(plan))[-1] == "in all      1 photo below /media/card: none of their files is there"


def test_of_many_folders_that_are_absent_the_fullest_are_named():
    plan = PrunePlan(REQUEST, absent={Path(f"/day {number}"): number for number in range(1, 14)})
    lines = lines_of(plan_lines(plan))
    assert lines[1].startswith("stay        13 photos of /day 13:")
    assert lines[-1] == "            and those of 3 more folders"


def test_a_report_says_what_was_freed_and_that_no_photo_was_touched():
    assert report_line(PruneReport(Pruned(1, 0), 8_192)) == "forgot 1 photo; 8 kB freed; no photo was touched"
    assert report_line(PruneReport(Pruned(0, 5), 0)).startswith("forgot 0 photos and 5 results; 0 kB freed")


@pytest.mark.parametrize(
    ("size_bytes", "text"), [(0, "0 kB"), (139_264, "139 kB"), (3_400_000, "3.4 MB"), (5 * 10**9, "5.0 GB")]
)
def test_sizes_are_in_units_that_disks_are_sold_in(size_bytes, text):
    assert size_text(size_bytes) == text
