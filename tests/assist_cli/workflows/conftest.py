"""What the tests of workflows share."""

from contextlib import closing

import pytest

from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos


@pytest.fixture
def score(catalog, judge):  # noqa: ARG001 - set up first
    """Scores paths; returns the outcomes."""

    def call(*paths, **options):
        request = ScoreRequest(paths, catalog, **options)
        with closing(score_photos(request, Progress(), lambda _progress: None)) as outcomes:
            return list(outcomes)

    return call
