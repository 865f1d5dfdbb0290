"""The end of a cull, and what becomes of marks."""

from __future__ import annotations

from assist_cli.screens.reading_feed import BackgroundReading
from tests.assist_cli.screens.played_cull import names, play


def test_quitting_writes_sidecars_and_leaves(cull, shoot):
    async def steps(played):
        await played.press("p", "x", "4", "q")
        assert "5 photos: 1 picked, 1 rejected, 1 with stars, 2 left" in played.text
        assert "3 photos have marks that no sidecar holds yet" in played.text
        await played.press("enter")
        await played.until(lambda: not played.app.is_running)

    cull(steps)
    assert [name for name in names(shoot) if name.endswith(".xmp")] == [
        "IMG_0000.JPG.xmp",
        "IMG_0001.JPG.xmp",
        "IMG_0002.JPG.xmp",
    ]


def test_leaving_without_writes_nothing(cull, shoot):
    async def steps(played):
        await played.press("p", "q", "n")
        await played.until(lambda: not played.app.is_running)

    cull(steps)
    assert not [name for name in names(shoot) if name.endswith(".xmp")]


def test_ctrl_c_twice_leaves_and_writes_nothing(cull, shoot):
    async def steps(played):
        await played.press("p", "ctrl+c", "ctrl+c")
        await played.until(lambda: not played.app.is_running)

    cull(steps)
    assert not [name for name in names(shoot) if name.endswith(".xmp")]


def test_the_foot_says_of_no_key_that_it_leaves_where_it_stays(cull):
    async def steps(played):
        await played.press("p", "q")
        assert played.text.splitlines()[-1].strip() == "Enter writes them · n leaves without · Esc goes on"

    cull(steps)


def test_escape_goes_on_culling(cull):
    async def steps(played):
        await played.press("p", "q", "escape")
        assert "2/5" in played.text

    cull(steps)


def test_without_marks_there_is_nothing_to_write(cull, shoot):
    async def steps(played):
        await played.press("q")
        assert "Nothing is left to be written" in played.text
        await played.press("enter")
        await played.until(lambda: not played.app.is_running)

    cull(steps)
    assert not [name for name in names(shoot) if name.endswith(".xmp")]


def test_sidecar_that_cannot_be_written_keeps_the_summary_and_says_why(cull, shoot, monkeypatch):
    def fails(*_, **_options):
        raise OSError(30, "Read-only file system", str(shoot))

    async def steps(played):
        monkeypatch.setattr("assist_cli.workflows.cull.save_marks.save_marks", fails)
        await played.press("p", "q", "enter")
        await played.until(lambda: "Read-only file system" in played.text)
        assert "Enter leaves" in played.text.splitlines()[-1]
        await played.press("enter")
        await played.until(lambda: not played.app.is_running)

    cull(steps)


def test_live_writes_without_being_asked(cull, shoot):
    async def steps(played):
        await played.press("p")
        await played.until(lambda: (shoot / "IMG_0000.JPG.xmp").exists() and not played.session.unsaved())
        await played.until(lambda: "saved" in played.text.splitlines()[-2])

    cull(steps, is_live=True)


def test_unknown_key_is_answered(cull):
    async def steps(played):
        await played.press("q", "t")
        assert "t does nothing here" in played.text

    cull(steps)


def test_key_that_scrolls_says_where_there_is_nothing_to_scroll(cull):
    async def steps(played):
        await played.press("q", "space")
        assert "There is no more to scroll here" in played.text

    cull(steps)


def test_marks_that_an_undo_took_from_sidecars_are_offered_and_live_waits_to_be_asked(open_cull, shoot, catalog):
    sidecar = shoot / "IMG_0000.JPG.xmp"

    async def marks(played):
        await played.press("p")
        await played.until(sidecar.exists)

    play(open_cull(shoot, is_live=True), marks)
    sidecar.unlink()
    app = open_cull(shoot, is_live=True)

    async def steps(played):
        BackgroundReading(app, [shoot], catalog).start()
        await played.until(lambda: "1 not in sidecars" in played.text)
        await played.pilot.pause(1.2)
        assert not sidecar.exists()
        await played.press("q")
        assert "Sidecars had those of 1 photo before" in played.text
        await played.press("enter")
        await played.until(lambda: not played.app.is_running)

    play(app, steps)
    assert sidecar.exists()


def test_while_sidecars_are_read_nobody_says_that_all_is_saved(cull):
    async def steps(played):
        played.app.desk.is_reading = True
        await played.press("right")
        assert "reading sidecars" in played.text
        await played.press("q")
        assert "sidecars are still being read" in played.text

    cull(steps)


def test_live_summary_counts_all_that_it_wrote(cull, shoot):
    async def steps(played):
        for number in (0, 1):
            await played.press("p")
            await played.until((shoot / f"IMG_000{number}.JPG.xmp").exists)
            await played.until(lambda: not played.session.unsaved())
        await played.press("q")
        assert "The marks of 2 photos are in sidecars" in played.text

    cull(steps, is_live=True)
