"""What is to be made next: the newest wishes only, each once, handed to threads in the order of their urgency."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

Wish = TypeVar("Wish", bound=Hashable)


class WishList(Generic[Wish]):
    """Threads wait at `take`; whoever wishes never waits. Of wishes of which `needs` tells the same only one is worked on at a
    time: the next finds what the first one read."""

    def __init__(self, needs: Callable[[Wish], Hashable] = lambda wish: wish) -> None:
        self._needs = needs
        self._waiting: list[Wish] = []
        self._taken: set[Wish] = set()
        self._changed = threading.Condition()
        self._closed = False

    def replace(self, wishes: Sequence[Wish]) -> None:
        """Forget what was wished for and not begun; now these are wanted, the most urgent first."""
        with self._changed:
            self._waiting = [wish for wish in dict.fromkeys(wishes) if wish not in self._taken]
            self._changed.notify_all()

    def put_first(self, wish: Wish) -> None:
        """More urgent than all the others."""
        with self._changed:
            if wish not in self._taken:
                self._waiting = [wish, *(other for other in self._waiting if other != wish)]
                self._changed.notify()

    def take(self) -> Wish | None:
        """Wait for the most urgent wish; None once the list is closed. `done` must follow."""
        with self._changed:
            self._changed.wait_for(lambda: self._free() is not None or self._closed)
            wish = self._free()
            if wish is not None:
                self._waiting.remove(wish)
                self._taken.add(wish)
            return wish

    def done(self, wish: Wish) -> None:
        """It may be wished for again."""
        with self._changed:
            self._taken.discard(wish)
            self._changed.notify_all()

    def wait_idle(self, timeout_s: float) -> bool:
        """Wait until nothing is wanted and nobody works; False where that takes longer."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting and not self._taken, timeout_s)

    def _free(self) -> Wish | None:
        busy = {self._needs(wish) for wish in self._taken}
        return next((wish for wish in self._waiting if self._needs(wish) not in busy), None)

    def close(self) -> None:
        """Send everybody home."""
        with self._changed:
            self._closed = True
            self._waiting = []
            self._changed.notify_all()
