"""What is worked out of a thing once, on whichever thread asks first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar, overload

Thing = TypeVar("Thing")
Value = TypeVar("Value")


class once(Generic[Thing, Value]):  # noqa: N801 - written as `property` is
    """As `functools.cached_property`, with a lock for each thing and value: Python 3.11's holds one lock over all things, so that
    photos wait for each other, and 3.12's holds none, so that two threads of one photo work the same out twice.
    """

    def __init__(self, work_out: Callable[[Thing], Value]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, thing: None, owner: type[Thing]) -> once[Thing, Value]: ...
    @overload
    def __get__(self, thing: Thing, owner: type[Thing]) -> Value: ...
    def __get__(self, thing: Thing | None, owner: type[Thing]) -> Value | once[Thing, Value]:
        """The value; kept in the thing's own dictionary, where it is found without asking here."""
        if thing is None:
            return self
        kept = thing.__dict__
        with kept.setdefault(f"_lock_of_{self._name}", threading.Lock()):
            if self._name not in kept:
                kept[self._name] = self._work_out(thing)
        value: Value = kept[self._name]
        return value
