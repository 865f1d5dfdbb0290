"""What a cull is about."""

from __future__ import annotations

from index.photo.marks import Mark

CULLED = (Mark.RATING, Mark.FLAG, Mark.LABELS)
"""The marks that a key can set; keywords and crops are no business of a cull."""
