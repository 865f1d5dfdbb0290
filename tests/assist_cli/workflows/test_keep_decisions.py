"""Advice outlasts the run that gave it."""

from assist_cli.workflows.pick_shoot import Quota, pick_shoot
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import ShootRequest
from index.catalog.database import open_catalog
from scoring.ranking.picks.keep import parse_keep


def stored(catalog_path):
    with open_catalog(catalog_path) as catalog:
        by_id = {seen.photo_id: seen.path for seen in catalog.seen_photos()}
        return {by_id[photo]: decision for photo, decision in catalog.decisions.of(by_id).items()}


def test_a_pick_keeps_what_it_advised_of_every_photo(catalog, judge, shoot):  # noqa: ARG001 - set up first
    picked = pick_shoot(ShootRequest([shoot], catalog), None, Progress(), lambda _progress: None)
    kept = stored(catalog)
    told = {picked.grouped.photos[choice.photo].path: choice for choice in picked.choices}
    assert {path: (one.decision, one.rank, one.reasons) for path, one in kept.items()} == {
        path: (choice.decision.value, choice.rank, choice.reasons) for path, choice in told.items()
    }


def test_the_latest_pick_counts(catalog, judge, shoot):  # noqa: ARG001 - set up first
    request = ShootRequest([shoot], catalog)
    pick_shoot(request, None, Progress(), lambda _progress: None)
    pick_shoot(request, Quota(parse_keep("1")), Progress(), lambda _progress: None)
    assert [one.decision for one in stored(catalog).values()].count("keeper") == 1
