"""Any exception in one line."""

import errno
from pathlib import Path

from assist_cli.failures import AssistError, BadRequestError, ExitCode, told
from index.catalog.errors import NewerCatalogError
from weights.registry import WeightsError


def test_our_own_errors_carry_their_code_and_hint():
    assert told(AssistError("no photos", "name a folder")).exit_code == ExitCode.ERROR
    trouble = told(BadRequestError("no such order", "there are: score, name"))
    assert (trouble.message, trouble.hint, trouble.exit_code) == ("no such order", "there are: score, name", 2)


def test_errors_of_lower_packages_keep_theirs():
    assert "update photo-assist" in told(NewerCatalogError(Path("c.db"))).hint
    assert told(WeightsError("damaged", "install again")).hint == "install again"


def test_a_full_disk_is_told_with_its_place_and_a_hint():
    trouble = told(OSError(errno.ENOSPC, "No space left on device", "/media/card/out.csv"))
    assert trouble.message == "No space left on device: /media/card/out.csv"
    assert "free some space" in trouble.hint


def test_a_failing_drive_is_no_bug():
    trouble = told(OSError(errno.EIO, "Input/output error", "/media/card/out.csv"))
    assert trouble.message == "Input/output error: /media/card/out.csv"
    assert "cable" in trouble.hint


def test_anything_else_is_called_unexpected():
    assert told(RuntimeError("boom")).message == "unexpected RuntimeError: boom"
    assert told(RuntimeError("boom:\n  bang\n")).message == "unexpected RuntimeError: boom: bang"
