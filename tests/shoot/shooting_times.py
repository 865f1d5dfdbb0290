"""When the rendered shoot was taken: one day in May, and a morning in winter."""

from datetime import datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=2))
MORNING = datetime(2026, 5, 16, 9, 12, 30, 120_000, ZONE)
NOON = datetime(2026, 5, 16, 13, 2, 11, 400_000, ZONE)
EVENING = datetime(2026, 5, 16, 20, 41, 7, 0, ZONE)
NIGHT = datetime(2026, 5, 16, 22, 58, 44, 310_000, ZONE)
WINTER = datetime(2026, 1, 23, 10, 5, 2, 50_000, timezone(timedelta(hours=1)))
