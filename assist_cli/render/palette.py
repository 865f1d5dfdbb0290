"""The few styles of everything printed, and from when on a factor catches the eye."""

# Yellow against cyan: told apart by every common colour blindness, and each also differs in words or length.
CALM, ALARM, QUIET = "cyan", "bold yellow", "dim"

LOW = 0.4
"""Factors below catch the eye. Only looks: what is a problem, `scoring.ranking.problems` decides."""


def factor_style(value: float) -> str:
    """The style of a factor's bar, for its value in [0, 1]."""
    return ALARM if value < LOW else CALM
