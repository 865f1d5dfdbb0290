"""Where the journal of a catalogue lies."""

from __future__ import annotations

import os
from pathlib import Path


def journal_path(catalog: Path) -> Path:
    """Where the journal of what was written with this catalogue lies: `catalog.db` -> `catalog.journal.db`, beside the file itself
    where a link leads to it, so that it has one journal.
    """
    catalog = Path(os.path.realpath(catalog))
    return catalog.with_name(f"{catalog.stem}.journal{catalog.suffix}")
