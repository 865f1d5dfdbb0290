"""What is to be made next: the newest wishes only, each once, handed to threads in the order of their urgency."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from time import monotonic
from typing import Generic, TypeVar

Wish = TypeVar("Wish", bound=Hashable)


class WishList(Generic[Wish]):
    """Threads wait at `take`; whoever wishes never waits. Of wishes of which `needs` tells the same only one is worked on at a
    time: the next finds what the first one read. As long as a wish that goes `alone` is not done, no other is begun."""

    def __init__(self, needs: Callable[[Wish], Hashable] = lambda wish: wish) -> None:
        self._needs = needs
        self._alone: Wish | None = None
        self._rests_until = 0.0
        self._waiting: list[Wish] = []
        self._taken: set[Wish] = set()
        self._changed = threading.Condition()
        self._closed = False

    def replace(self, wishes: Sequence[Wish], *, alone: Wish | None = None, rest_s: float = 0.0) -> None:
        """Forget what was wished for and not begun; now these are wanted, the most urgent first. None is begun for `rest_s`."""
        with self._changed:
            self._waiting = [wish for wish in dict.fromkeys(wishes) if wish not in self._taken]
            self._alone = alone
            self._rests_until = monotonic() + rest_s
            self._changed.notify_all()

    def put_first(self, wish: Wish, *, alone: bool = False) -> None:
        """More urgent than all the others but one that goes alone."""
        with self._changed:
            if alone and self._alone is None:
                self._alone = wish
            if wish not in self._taken:
                self._waiting = [wish, *(other for other in self._waiting if other != wish)]
                self._changed.notify()

    def take(self) -> Wish | None:
        """Wait for the most urgent wish; None once the list is closed. `done` must follow."""
        with self._changed:
            while (wish := self._free()) is None and not self._closed:
                rest_s = self._rests_until - monotonic()
                self._changed.wait(rest_s if rest_s > 0.0 else None)
            if wish is not None:
                self._waiting.remove(wish)
                self._taken.add(wish)
            return wish

    def done(self, wish: Wish) -> None:
        """It may be wished for again."""
        with self._changed:
            self._taken.discard(wish)
            if wish == self._alone:
                self._alone = None
            self._changed.notify_all()

    def wait_idle(self, timeout_s: float) -> bool:
        """Wait until nothing is wanted and nobody works; False where that takes longer."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting and not self._taken, timeout_s)

    def _free(self) -> Wish | None:
        if monotonic() < self._rests_until:
            return None
        busy = {self._needs(wish) for wish in self._taken}
        free = (wish for wish in self._waiting if self._needs(wish) not in busy)
        if self._alone in self._taken or self._alone in self._waiting:
            return next((wish for wish in free if wish == self._alone), None)
        return next(free, None)

    def close(self) -> None:
        """Send everybody home."""
        with self._changed:
            self._closed = True
            self._waiting = []
            self._changed.notify_all()
