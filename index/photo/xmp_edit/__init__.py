"""Changes an XMP packet as text: what is not ours keeps its bytes."""
