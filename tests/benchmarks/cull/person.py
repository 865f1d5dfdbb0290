"""Somebody at the keys of a cull: goes on, jumps, holds a key, looks closer; and measures how long pictures take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, process_time, sleep

from assist_cli.screens.cull_app import CullApp
from tests.benchmarks.cull.watched_driver import WatchedDriver

KEYS_A_SECOND = 25
IDLE_S = 30.0
"""At most, until all that was wished for is made."""
PHOTOS_A_LOOK, RUN, LOOK_S = 40, 38, 0.2
LOOK = (
    "z",
    "left",
    "down",
    "space",
    "z",
    "g",
    "pagedown",
    "pageup",
    "enter",
    "c",
    "z",
    "right",
    "z",
    "escape",
    "space",
)
"""Zoom and pan, a page of the grid on and back, two to four frames side by side, and these zoomed."""


@dataclass
class Times:
    """Of many keys, in seconds: until the first picture of any kind, until the sharp one, and of CPU until all rests."""

    first: list[float] = field(default_factory=list)
    sharp: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


@dataclass
class Held:
    """`drafts`, `sharp`: pictures shown a second; `late`: seconds from the last key to its sharp picture."""

    drafts: float
    sharp: float
    late: float


class Person:
    """Works in another thread than the app."""

    def __init__(self, app: CullApp, driver: WatchedDriver) -> None:
        self._app, self._driver = app, driver
        self._session = app.desk.session

    def wait_idle(self) -> None:
        """Until neighbours are prepared too."""
        maker = self._app.desk.shelf._maker
        assert maker is not None
        sleep(0.05)
        assert maker.wait_idle(IDLE_S)
        sleep(0.1)

    def one_by_one(self, count: int, key: str = "right") -> Times:
        """Rests before each key, so that the next picture is ready."""
        return self._timed((lambda: self._driver.press(key)) for _ in range(count))

    def far_jumps(self, places: Sequence[int]) -> Times:
        """To photos that nobody prepared."""
        return self._timed((lambda place=place: self._jump(place)) for place in places)

    def hold(self, seconds: float, key: str = "right") -> Held:
        """A key that repeats."""
        self.wait_idle()
        self._driver.forget()
        count = round(seconds * KEYS_A_SECOND)
        began = last = perf_counter()
        for number in range(count):
            sleep(max(0.0, began + number / KEYS_A_SECOND - perf_counter()))
            last = self._driver.press(key)
        self._until_sharp(last)
        held = last - began
        drafts = len([at for at in self._driver.draft.values() if at <= last])
        sharp = {path for path, at in self._driver.sharp.items() if at <= last}
        final = max(self._driver.sharp.values())
        only_drafts = drafts - len([path for path in sharp if path in self._driver.draft])
        return Held(only_drafts / held, len(sharp) / held, final - last)

    def look_around(self, photos: int) -> None:
        """From the first photo to the last: runs of pictures, and between them zoom, grid and comparison."""
        self._driver.press("home")
        for _ in range(photos // PHOTOS_A_LOOK):
            for key in (*["space"] * RUN, *LOOK):
                self._driver.press(key)
                sleep(LOOK_S if key in LOOK else 1 / KEYS_A_SECOND)
        self.wait_idle()

    def _timed(self, keys: Iterator[Callable[[], float]]) -> Times:
        times = Times()
        for press in keys:
            self.wait_idle()
            self._driver.forget()
            used = process_time()
            began = press()
            path = self._until_sharp(began)
            times.sharp.append(self._driver.sharp[path] - began)
            times.first.append(
                min(self._driver.draft.get(path, self._driver.sharp[path]), self._driver.sharp[path]) - began
            )
            self.wait_idle()
            times.cpu.append(process_time() - used)
        return times

    def _jump(self, place: int) -> float:
        """As a click in the grid goes to its photo; there is no key for any photo."""
        path = self._session.visible[place].path
        began = perf_counter()

        def go() -> None:
            self._session.go_to(path)
            self._app.screen.show_soon()

        self._app.call_from_thread(go)
        return began

    def _until_sharp(self, since: float) -> Path:
        """The current photo's sharp picture, once it is there."""

        def shown() -> bool:
            path = self._session.current.picture
            return self._driver.sharp.get(path, 0.0) > since

        self._driver.wait_for(shown)
        return self._session.current.picture
