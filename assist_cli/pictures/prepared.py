"""Prepares pictures ahead on threads, so that a key shows one at once; nothing here is done by whoever asks."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from assist_cli.give_way import SOON, give_way
from assist_cli.pictures.byte_cache import ByteCache
from assist_cli.pictures.drawing import Drawing
from assist_cli.pictures.make_picture import Made, draft_picture, make_picture
from assist_cli.pictures.picture_key import Box, PictureKey
from assist_cli.pictures.sources import Sources, Stamp, stamp_of
from assist_cli.pictures.terminal import Terminal
from assist_cli.pictures.wish_list import WishList
from index.photo.errors import PASSING, UnreadablePhoto

if TYPE_CHECKING:
    from scoring.assessment import Assessment

MOST_WORKERS = 4
"""A 24-megapixel JPEG takes 0.08 to 0.14 s of one core (tests/benchmarks/pictures.py): four make 25 pictures a second or more."""
PREPARED_BYTES = 96_000_000
"""Fifteen pictures of 1,920 x 1,080 pixels. Culling may take 700 MB (issue "Culling in the terminal"), of which decoders need the
larger part for moments."""
ENTRY_BYTES = 1_000
"""Of a picture's names and numbers beside its pixels."""
FEW_CORES = 3
"""With so many or fewer, the photo that is shown has them alone until it is sharp, and none is made sharp that only passes. A
choice: one for the screen, one for drafts, and less than two for the threads that decode."""
PASSING_S = 0.1
"""A photo is passing where the next is wanted this soon: a key repeats 25 to 30 times a second, and hardly anybody types faster
than ten."""
CLOSING_S = 1.0
"""Longest wait for a picture that is being made; its thread ends with the program."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture that can be drawn now. `drawing` is None where there is `trouble`: the photo cannot be read.

    `photo_px`: (width, height) of the pixels there were; `seen`: the part of the photo that is shown; `caption`: what an overlay
    says.
    """

    key: PictureKey
    drawing: Drawing | None
    stamp: Stamp
    photo_px: tuple[int, int] = (0, 0)
    seen: Box = (0.0, 0.0, 1.0, 1.0)
    caption: str = ""
    trouble: UnreadablePhoto | None = None
    is_draft: bool = False
    """Whether it was made from the camera's thumbnail; a sharp one follows, and is announced as well."""


class PictureMaker:
    """Makes what was wished for last, most urgent first. `on_ready` is called on one of its threads: hand the picture
    over to yours, and raise nothing. Not for a terminal without pictures.

    `said_of` tells the assessments of a photo, for overlays; called on a thread too.
    """

    def __init__(
        self,
        terminal: Terminal,
        on_ready: Callable[[Prepared], None],
        *,
        said_of: Callable[[Path], Mapping[str, Assessment]] = lambda _path: {},
        sources: Sources | None = None,
        workers: int | None = None,
        cores: int | None = None,
    ) -> None:
        self._terminal, self._on_ready, self._said_of = terminal, on_ready, said_of
        self._sources = sources or Sources()
        self._ready: ByteCache[PictureKey, Prepared] = ByteCache(PREPARED_BYTES, _bytes_of)
        self._wishes: WishList[PictureKey] = WishList(lambda key: key.path)
        self._drafts: WishList[PictureKey] = WishList()
        self._wanted: tuple[PictureKey, ...] = ()
        self._closed = False
        self._outdated = 0
        """How often what is being made became useless."""
        cores = cores or os.cpu_count() or 1
        self._has_few_cores = cores <= FEW_CORES
        self._wanted_at, self._rests_until = 0.0, 0.0
        count = workers or max(2, min(MOST_WORKERS, cores))
        names = (f"picture-{number}" for number in range(count))
        self._threads = [threading.Thread(target=self._work, name=name, daemon=True) for name in names]
        # One for itself, so that a draft never waits for a photo.
        self._threads.append(threading.Thread(target=self._work_on_drafts, name="picture-drafts", daemon=True))
        for thread in self._threads:
            thread.start()

    def get(self, key: PictureKey) -> Prepared | None:
        """The picture, if it is ready; otherwise it becomes the most urgent wish."""
        ready = self._ready.get(key)
        if ready is None:
            self._drafts.put_first(key, alone=self._has_few_cores)
        if ready is None or ready.is_draft:
            self._wishes.put_first(key, alone=self._has_few_cores)
        return ready

    def want(self, keys: Sequence[PictureKey]) -> None:
        """What is on the screen, then what may be next, the nearest first. Replaces what was wanted before and is not begun.

        Those that are ready are looked at again: a photo that was replaced on disk meanwhile is made anew.
        """
        self._note_pace(keys)
        self._wanted = tuple(dict.fromkeys(keys))
        ready = {key: self._ready.get(key) for key in reversed(self._wanted)}  # what is near is let go last
        known = {key for key, picture in ready.items() if picture and not picture.is_draft}
        shown = self._wanted[0] if self._has_few_cores and self._wanted[:1] and self._wanted[0] not in known else None
        self._drafts.replace([key for key in self._wanted if ready[key] is None], alone=shown)
        rest_s = max(0.0, self._rests_until - monotonic())
        self._wishes.replace(sorted(self._wanted, key=known.__contains__), alone=shown, rest_s=rest_s)

    def _note_pace(self, keys: Sequence[PictureKey]) -> None:
        """Where few cores are and one photo follows another fast, wait until one stays."""
        if not keys or (self._wanted and keys[0].path == self._wanted[0].path):
            return
        now = monotonic()
        passes = self._has_few_cores and now - self._wanted_at < PASSING_S
        self._wanted_at, self._rests_until = now, now + PASSING_S if passes else 0.0

    def forget(self, path: Path) -> None:
        """Its file is another now, or its assessments are."""
        self._outdated += 1
        self._ready.discard_where(lambda key: key.path == path)
        self._sources.forget(path)

    def use_terminal(self, terminal: Terminal) -> None:
        """Draw for another one, or for the same with cells of another size; what is ready no longer fits."""
        self._terminal = terminal
        self._outdated += 1
        self._ready.discard_where(lambda _key: True)

    def wait_idle(self, timeout_s: float) -> bool:
        """Wait until nothing is left to do: for tests and measurements."""
        return self.wait_drafts(timeout_s) and self._wishes.wait_idle(timeout_s)

    def wait_drafts(self, timeout_s: float) -> bool:
        """The same, of drafts."""
        return self._drafts.wait_idle(timeout_s)

    def close(self) -> None:
        """Begin nothing more; returns within a second."""
        self._closed = True
        self._wishes.close()
        self._drafts.close()
        until = monotonic() + CLOSING_S
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(max(0.0, until - monotonic()))

    def _work(self) -> None:
        give_way(SOON)
        while (key := self._wishes.take()) is not None:
            try:
                self._prepare(key)
            finally:
                self._wishes.done(key)

    def _work_on_drafts(self) -> None:
        while (key := self._drafts.take()) is not None:
            try:
                self._draft(key)
            finally:
                self._drafts.done(key)

    def _draft(self, key: PictureKey) -> None:
        if key in self._ready:
            return
        outdated = self._outdated
        made = draft_picture(key, self._terminal)
        if made is None or outdated != self._outdated or self._closed:
            return
        draft = Prepared(key, made.drawing, None, made.photo_px, is_draft=True)
        if self._ready.put_new(key, draft):
            self._on_ready(draft)

    def _prepare(self, key: PictureKey) -> None:
        before, stamp = self._ready.get(key), stamp_of(key.path)
        before = None if before and before.is_draft else before
        if before and before.stamp == stamp and not _may_have_passed(before):
            return
        if not before and self._is_full(key):
            return
        prepared = self._made(key)
        if self._closed:
            return
        self._ready.put(key, prepared)
        if before is None or prepared.trouble is None or prepared.trouble != before.trouble:
            self._on_ready(prepared)

    def _made(self, key: PictureKey) -> Prepared:
        """Made again where the terminal changed, or something was forgotten, while it was being made."""
        while True:
            outdated, stamp = self._outdated, stamp_of(key.path)
            made = make_picture(key, stamp, self._terminal, self._sources, self._said_of)
            if outdated == self._outdated or self._closed:
                return _prepared(key, stamp, made)

    def _is_full(self, key: PictureKey) -> bool:
        """Whether one more would push out what is nearer."""
        if key not in self._wanted:
            return False
        nearer = self._wanted[: self._wanted.index(key)]
        sizes = [_bytes_of(ready) for other in nearer if (ready := self._ready.get(other))]
        return bool(sizes) and sum(sizes) + max(sizes) > PREPARED_BYTES


def _prepared(key: PictureKey, stamp: Stamp, made: Made | UnreadablePhoto) -> Prepared:
    if isinstance(made, UnreadablePhoto):
        return Prepared(key, None, stamp, trouble=made)
    return Prepared(key, made.drawing, stamp, made.photo_px, made.seen, made.caption)


def _may_have_passed(prepared: Prepared) -> bool:
    return prepared.trouble is not None and prepared.trouble.kind in PASSING


def _bytes_of(prepared: Prepared) -> int:
    return ENTRY_BYTES + (prepared.drawing.size_bytes if prepared.drawing else 0)
