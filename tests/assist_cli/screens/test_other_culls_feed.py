"""Both culls of the same photos say so, and show what the other one marks."""

from __future__ import annotations

from assist_cli.screens import cull_app
from assist_cli.screens.other_culls_feed import OtherCullsFeed
from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.other_culls import OtherCulls
from tests.assist_cli.screens.played_cull import play


def test_second_cull_says_at_once_that_another_is_open_and_shows_its_marks(open_cull, shoot, catalog, monkeypatch):
    monkeypatch.setattr(cull_app, "EVERY_S", 0.05)
    monkeypatch.setattr(OtherCulls, "are_open", lambda _self: True)
    app = open_cull(shoot)
    app.others = OtherCullsFeed(OtherCulls(catalog, [shoot]))

    async def steps(played):
        assert "Another cull of these photos is open" in played.text
        await played.press("right")
        assert "Another cull" not in played.text
        with open_session([shoot], catalog) as other:
            other.set_rating(3, on=shoot / "IMG_0001.JPG")
        await played.until(lambda: "1 photo was marked elsewhere" in played.text)
        assert "★★★☆☆" in played.text

    play(app, steps)
