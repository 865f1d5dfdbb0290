"""Culls of small photos, with and without a group."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.first_picture import begin_pictures
from assist_cli.screens.run_cull import CullRequest, cull_app
from assist_cli.workflows.cull.cull_photo import PhotoAdvice
from assist_cli.workflows.cull.keymap import load_keymap
from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.save_request import SaveRequest
from assist_cli.workflows.see_shoot import ShootRequest
from scoring.groups.group import GroupKind
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.screens.played_cull import play


@pytest.fixture
def open_cull(catalog):
    """An app over a folder."""
    with ExitStack() as stack:

        def call(folder, *, terminal=None, keymap="lightroom", is_live=False, screen=None):
            session = stack.enter_context(open_session([folder], catalog))
            request = CullRequest(
                load_keymap(keymap),
                lambda: ShootRequest([folder], catalog),
                SaveRequest([folder], catalog, "assist cull"),
                is_live,
            )
            return cull_app(session, request, begin_pictures(session, terminal or Terminal(), screen))

        yield call


@pytest.fixture
def cull(open_cull, shoot):
    """Plays a cull of five photos, IMG_0000.JPG to IMG_0004.JPG."""

    def call(steps, size=(120, 40), **options):
        play(open_cull(shoot, **options), steps, size)

    return call


@pytest.fixture
def group(shoot):
    """Advice that makes a burst of the first three, of which the second is the best."""
    files = sorted(shoot.iterdir())
    best = files[1]

    def said(decision, rank, reason, better=None):
        return PhotoAdvice(decision, GroupKind.BURST, rank, (reason,), "one burst", better)

    return {
        files[0]: said(Decision.REJECT_CANDIDATE, 3, "softer than IMG_0001.JPG", best),
        files[1]: said(Decision.KEEPER, 1, "the best of 3 frames: the sharpest"),
        files[2]: said(Decision.ALTERNATE, 2, "as good, but darker", best),
    }
