"""Library warnings stay off the terminal, on every thread, and only meanwhile."""

from __future__ import annotations

import threading
import warnings

import pytest

from index.photo.quiet_warnings import quiet_warnings


def test_quiet_warnings_ignores_inside_and_restores_outside():
    with quiet_warnings():
        warnings.warn("odd tag", stacklevel=1)
    with pytest.raises(UserWarning, match="odd tag"):
        warnings.warn("odd tag", stacklevel=1)


def test_quiet_warnings_restores_after_threads_that_overlap():
    before = list(warnings.filters)
    first_is_in, second_is_in, first_is_out = threading.Event(), threading.Event(), threading.Event()

    def first() -> None:
        with quiet_warnings():
            first_is_in.set()
            second_is_in.wait(5)
        first_is_out.set()

    thread = threading.Thread(target=first)
    thread.start()
    first_is_in.wait(5)
    with quiet_warnings():
        second_is_in.set()
        first_is_out.wait(5)
        warnings.warn("still quiet", stacklevel=1)
    thread.join()
    assert warnings.filters == before
