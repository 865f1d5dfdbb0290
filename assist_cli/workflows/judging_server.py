"""Imported by the server from which judging processes are copied, and by nobody else: what they all need, once."""

from __future__ import annotations

import sys
from types import TracebackType

import scoring.engines.onnx_cpu
import scoring.judge  # noqa: F401 - with all that judges


def tell_unless_alone(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A copy whose program was killed before it said what to do has nobody to tell that to."""
    if not issubclass(kind, EOFError):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = tell_unless_alone
