"""Work done on threads, a bounded number of pieces at a time, so that memory stays flat however many there are."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

IN_FLIGHT_PER_WORKER = 2
"""One piece being worked on and one waiting, so that no thread idles."""


def bounded_map(
    work: Callable[[Piece], Result], pieces: Iterable[Piece], workers: int
) -> Generator[Result, None, None]:
    """What `work` makes of each piece, in their order. Closing it starts nothing more and waits for nothing."""
    threads = ThreadPoolExecutor(workers, thread_name_prefix="look")
    running: deque[Future[Result]] = deque()
    try:
        for piece in pieces:
            running.append(threads.submit(work, piece))
            if len(running) >= workers * IN_FLIGHT_PER_WORKER:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
