"""Whether a dark or bright frame looks meant: night, dark background, silhouette; high key, white backdrop."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.assessors.exposure_subject import SubjectExposure
from scoring.assessors.silhouettes import NO_FOREGROUND, Foreground
from scoring.assessors.tones import Tones
from scoring.assessors.white_backdrop import WhiteBackdrop
from scoring.clipping import Clipping
from scoring.ramp import ramp

SEEN = 0.5
"""An intent is told of when at least half of its evidence is there."""

LOW_KEY_GAP_EV = (1.0, 1.8)
"""How far the lit part lies above the mid-tones. Measured: 12 ordinary camera photos -0.5 .. 0.8 EV, also when
re-exposed by -2 EV; a flower before black 1.7, a silhouette 2.0, a lit facade at night 5, a moon 7."""

DARK_EV = -0.5
"""Mid-tones below this begin to cost liking (IEA40K)."""
REACHES_WHITE_EV = (1.2, 2.2)
"""A dark frame whose brightest percent is bright (dusk, shade with lamps) used the whole range, as someone who exposes
with care does. Measured on BIQ2021's dark photos: three in four from Unsplash reach 1.4, of one person's everyday misses
one in four 1.2; ordinary camera photos re-exposed by -1 EV reach about 1.1."""
DARK_MOOD_EV = (0.5, 1.5)
"""The darker the mid-tones beside such highlights, the less they say."""

BRIGHT_EV = (0.6, 1.2)
"""Over which range a bright frame begins to look like high key (IEA40K: liking falls from +0.5 EV on)."""
UNBLOWN_WHITE = (0.01, 0.05)
"""High key keeps its detail: under 1 % blown looks meant, over 5 % does not (P-IEANet's landscape rule: 2 %)."""

SILHOUETTE_TONE_EV = (2.5, 3.5)
"""Zone II, three stops under mid-grey, shows the first suggestion of texture (Adams, The Negative, 1981)."""
SILHOUETTE_CONTRAST_EV = (2.5, 3.5)
"""The same gap to its surroundings: a dark thing in the dark is no silhouette."""


@dataclass(frozen=True, slots=True)
class Intent:
    """Each reading in [0, 1]; 0 = no sign of it. They make a verdict less sure; none of them moves it."""

    low_key: float
    dark_mood: float
    high_key: float
    white_backdrop: float
    silhouette: float


def read_intent(
    tones: Tones,
    clipping: Clipping,
    backdrop: WhiteBackdrop,
    subject: SubjectExposure | None,
    foreground: Foreground = NO_FOREGROUND,
) -> Intent:
    """What the tones say about intent: hints, not knowledge."""
    dark = ramp(-tones.mid_ev, DARK_MOOD_EV) if tones.mid_ev < DARK_EV else 0.0
    return Intent(
        low_key=ramp(tones.lit_ev - tones.mid_ev, LOW_KEY_GAP_EV) if tones.mid_ev < 0.0 else 0.0,
        dark_mood=max(ramp(tones.brightest_ev, REACHES_WHITE_EV) * dark, _dusk(foreground)),
        high_key=ramp(tones.mid_ev, BRIGHT_EV) * (1.0 - ramp(clipping.white, UNBLOWN_WHITE)),
        white_backdrop=backdrop.evidence,
        silhouette=max(_subject_silhouette(subject), float(foreground.black)),
    )


def _subject_silhouette(subject: SubjectExposure | None) -> float:
    # A dark thing with its texture, cloth, fur or the front of an oven, is dark by nature.
    if subject is None or not subject.plain_black:
        return 0.0
    black = ramp(-subject.tone_ev, SILHOUETTE_TONE_EV)
    return subject.confidence * black * ramp(subject.around_ev - subject.tone_ev, SILHOUETTE_CONTRAST_EV)


def _dusk(foreground: Foreground) -> float:
    """A skyline whose walls and windows still show: no silhouette, but exposed for the sky like one."""
    return float(foreground.share > 0.0 and not foreground.black)
