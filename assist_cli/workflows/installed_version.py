"""Which version of this program runs."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def installed_version() -> str | None:
    """As installed, such as `1.2.3`; None where it runs from a folder that is not installed."""
    try:
        return version("photo-assist")
    except PackageNotFoundError:
        return None


def program() -> str:
    """Who answers an editor."""
    return f"photo-assist {installed_version() or '(not installed)'}"
