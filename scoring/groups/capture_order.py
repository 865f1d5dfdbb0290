"""When and after which other photo each photo was taken, as far as clocks and file numbers can be trusted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scoring.groups.file_names import NamedShot, read_name
from scoring.groups.seen_photo import SeenPhoto

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

MOST_AT_ONE_TIME = 120
"""Photos with one and the same time of one clock: the fastest cameras take 120 a second (Nikon Z 9, C120). A clock that says it
more often does not run (500 frames of one time, issue "Groups and picks")."""
ROLLS_OVER_FROM = 9_900
ROLLS_OVER_TO = 100
"""DCF numbers run from 0001 to 9999 and begin again (JEITA CP-3461): a reel that holds both ends has rolled over."""
NONE = -1


@dataclass(frozen=True, slots=True, eq=False)
class CaptureOrder:
    """Row by row for N photos.

    `clock`: which clock told the time, -1 for none; times of two clocks cannot be compared. `time_s`: (N,) seconds of that
    clock, nan for none. `step_s`: what the clock resolves, 1 where it has no sub-seconds.
    `reel`: whose file numbers these are, -1 for none. `number`: (N,), counted on where it rolled over.
    """

    clock: Ints
    time_s: Floats
    step_s: Floats
    reel: Ints
    number: Ints
    names: tuple[NamedShot, ...]
    rank: Ints
    """(N,) place of each photo in the order of folders and names, numbers by their value."""

    def gaps_s(self, first: Ints, second: Ints) -> Floats:
        """(P,) seconds between two photos, nan where their clocks do not tell."""
        same = (self.clock[first] == self.clock[second]) & (self.clock[first] != NONE)
        return np.where(same, np.abs(self.time_s[first] - self.time_s[second]), np.nan)

    def steps(self, first: Ints, second: Ints) -> Floats:
        """(P,) how far apart the file numbers are, inf where they are not of one reel."""
        same = (self.reel[first] == self.reel[second]) & (self.reel[first] != NONE)
        return np.where(same, np.abs(self.number[first] - self.number[second]), np.inf)

    def sequences(self) -> list[Ints]:
        """Photos one after another: by each clock, and by each reel where the clock does not tell."""
        by_time = np.lexsort((self.rank, self.number, self.time_s, self.clock))
        by_number = np.lexsort((self.rank, self.number, self.reel))
        timed = _runs(by_time[self.clock[by_time] != NONE], self.clock)
        untimed = by_number[(self.reel[by_number] != NONE) & (self.clock[by_number] == NONE)]
        return timed + _runs(untimed, self.reel)

    def sort_key(self, at: int) -> tuple[float, int, int]:
        """Sorts photos of one clock by time, others by name."""
        return float(np.nan_to_num(self.time_s[at])), int(self.number[at]), int(self.rank[at])

    def in_order(self, members: Iterable[int]) -> tuple[int, ...]:
        """The photos as they were taken: by the clock where they share one, else by folder, name and number."""
        found = sorted(members)
        clocks = {int(self.clock[at]) for at in found}
        if len(clocks) == 1 and NONE not in clocks:
            return tuple(sorted(found, key=self.sort_key))
        return tuple(sorted(found, key=lambda at: int(self.rank[at])))


def capture_order(photos: Sequence[SeenPhoto]) -> CaptureOrder:
    """What the photos' clocks and names say of the order in which they were taken."""
    names = tuple(read_name(photo.path) for photo in photos)
    clock, time_s, step_s = _clocks(photos, names)
    reel, number = _reels(photos, names)
    rank = np.empty(len(photos), np.int64)
    rank[sorted(range(len(photos)), key=lambda at: _name_key(photos[at].path, names[at], int(number[at])))] = np.arange(
        len(photos)
    )
    return CaptureOrder(clock, time_s, step_s, reel, number, names, rank)


def _name_key(path: Path, name: NamedShot, number: int) -> tuple[str, str, datetime, int, str]:
    return str(path.parent), name.reel, name.moment or datetime.min, number, path.name


def _clocks(photos: Sequence[SeenPhoto], names: Sequence[NamedShot]) -> tuple[Ints, Floats, Floats]:
    times = [_told_time(photo, name) for photo, name in zip(photos, names, strict=True)]
    by_clock: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, told in enumerate(times):
        if told is not None:
            by_clock[told[0]].append(at)
    clock = np.full(len(photos), NONE, np.int64)
    time_s, step_s = np.full(len(photos), np.nan), np.full(len(photos), np.nan)
    for place, members in enumerate(by_clock.values()):
        told_times = [told[1] for at in members if (told := times[at]) is not None]
        seconds = seconds_of(told_times)
        often = Counter(seconds)
        running = [at for at, second in zip(members, seconds, strict=True) if often[second] <= MOST_AT_ONE_TIME]
        clock[running] = place
        time_s[running] = [second for second in seconds if often[second] <= MOST_AT_ONE_TIME]
        step_s[running] = 1.0 if all(moment.microsecond == 0 for moment in told_times) else 0.0
    return clock, time_s, step_s


def _told_time(photo: SeenPhoto, name: NamedShot) -> tuple[tuple[str, ...], datetime] | None:
    """Which clock it is and what it says: the camera's in EXIF, else the one that named the file."""
    exif = photo.exif
    if exif.capture_time is not None:
        body = exif.body_serial or ("" if exif.camera else str(photo.path.parent))
        return ("exif", exif.camera or "", body), exif.capture_time
    if name.moment is not None:
        return ("name", str(photo.path.parent), name.reel.split("#")[0]), name.moment
    return None


def seconds_of(times: Sequence[datetime]) -> list[float]:
    """Seconds since 1970. Where only some know their time zone, all are taken as the clock on the wall."""
    if not all(moment.tzinfo is not None for moment in times):
        times = [moment.replace(tzinfo=None) for moment in times]
    epoch = datetime(1970, 1, 1, tzinfo=UTC if times and times[0].tzinfo is not None else None)
    return [(moment - epoch).total_seconds() for moment in times]


def _reels(photos: Sequence[SeenPhoto], names: Sequence[NamedShot]) -> tuple[Ints, Ints]:
    by_reel: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, (photo, name) in enumerate(zip(photos, names, strict=True)):
        if name.number is not None:
            by_reel[str(photo.path.parent), name.reel].append(at)
    reel, number = np.full(len(photos), NONE, np.int64), np.zeros(len(photos), np.int64)
    for place, members in enumerate(by_reel.values()):
        reel[members] = place
        number[members] = _counted_on([(names[at].number or 0, names[at].digits) for at in members])
    return reel, number


def _counted_on(numbers: Sequence[tuple[int, int]]) -> Ints:
    """Numbers in which 0001 follows 9999, where a reel of four digits holds both ends."""
    values = np.array([number for number, _ in numbers], np.int64)
    if any(digits != 4 for _, digits in numbers) or values.max() < ROLLS_OVER_FROM or values.min() > ROLLS_OVER_TO:
        return values
    distinct = np.unique(values)
    gaps = np.diff(distinct)
    if len(gaps) == 0 or gaps.max() <= ROLLS_OVER_TO:
        return values
    # The camera counted on from 9999 to 0001: the reel began behind the widest gap.
    begin = int(distinct[int(gaps.argmax()) + 1])
    return np.asarray(np.where(values < begin, values + 9_999, values), np.int64)


def _runs(order: Ints, of: Ints) -> list[Ints]:
    return [part for part in np.split(order, np.flatnonzero(np.diff(of[order])) + 1) if len(part) > 1]
