"""How often something happened lately, as a row of bars."""

from __future__ import annotations

from collections.abc import Iterable

BARS = " ▁▂▃▄▅▆▇█"


def sparkline(times_s: Iterable[float], now_s: float, over_s: float, cells: int) -> str:
    """`cells` bars for the last `over_s` seconds, the oldest left; the highest is full, and one event is always seen."""
    counts = [0] * cells
    for time_s in times_s:
        place = cells - 1 - int((now_s - time_s) / over_s * cells)
        if 0 <= place < cells:
            counts[place] += 1
    most = max(counts, default=0)
    return "".join(BARS[-(-count * (len(BARS) - 1) // most)] if most else BARS[0] for count in counts)
