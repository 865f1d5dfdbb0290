"""The entry point `assist`: runs the app, and is the one place that prints an error that ends a run."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from assist_cli.collection import no_collection
from assist_cli.failures import ExitCode, told
from assist_cli.interrupts import STOP_SIGNALS, Interrupted

KEPT = "what was finished is kept, run again to go on"


def main() -> NoReturn:
    """Run `assist` on the command line's arguments and leave with its exit code."""
    STOP_SIGNALS.install()
    arguments = sys.argv[1:]
    try:
        sys.exit(run(arguments))
    except Interrupted as stop:
        _leave_at_once(str(stop) or KEPT)


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code. `Interrupted` passes through."""
    with no_collection():
        from assist_cli.app import app_for

        app = app_for(arguments)

    try:
        app(list(arguments), prog_name="assist")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else ExitCode.DONE
    except BrokenPipeError:
        _forget_stdout()
        return ExitCode.ERROR
    except Exception as error:
        if isinstance(error, ImportError) and STOP_SIGNALS.asked:  # an extension's import failed by the signal
            raise Interrupted from error
        return _report(error, verbose="--verbose" in arguments)
    return ExitCode.DONE


def _report(error: Exception, *, verbose: bool) -> int:
    from assist_cli.console import talk
    from assist_cli.render.plain_text import printable

    if verbose:
        traceback.print_exception(error, file=sys.stderr)
    trouble = told(error)
    hint = f"; {trouble.hint}" if trouble.hint else ""
    # A message may hold a file's name, and that must not move the cursor.
    talk().print(printable(f"assist: {trouble.message}{hint}"), style="bold red", markup=False)
    return trouble.exit_code


def _leave_at_once(words: str) -> NoReturn:
    """Leave without waiting for photos that worker threads are still reading; what was finished is already stored."""
    sys.stderr.write(f"\nassist: interrupted; {words}\n")
    sys.stderr.flush()
    os._exit(ExitCode.INTERRUPTED)


def _forget_stdout() -> None:
    """The reader has gone: keep the interpreter from complaining when it flushes stdout at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
