"""Something that happens in the middle of a write."""

from __future__ import annotations

from index.photo.safe_file import replace


def meanwhile(monkeypatch, act):
    """Somebody acts while the part file is being filled."""
    really_fill = replace._fill

    def fill(descriptor, data):
        act()
        really_fill(descriptor, data)

    monkeypatch.setattr(replace, "_fill", fill)
