"""Exposure: how far each region and the whole are from well exposed, what is clipped, and whether dark or bright looks meant."""

from __future__ import annotations

from scoring.assessment import Assessment, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.exposure_facts import ExposureFacts
from scoring.assessors.exposure_intent import read_intent
from scoring.assessors.exposure_offset import fused_ev
from scoring.assessors.exposure_subject import measure_subject
from scoring.assessors.pale_parts import NOTHING_PALE, find_pale_parts, is_greyed
from scoring.assessors.silhouettes import find_dark_foreground
from scoring.assessors.tones import WHITE_EV, measure_tones
from scoring.assessors.white_backdrop import find_white_backdrop
from scoring.assessors.zones import zone_shares
from scoring.frame import Frame
from scoring.luminance import relative_luminance
from scoring.ranking.exposure_rules import judged_by, load_exposure_rules


def assess(frame: Frame) -> Assessment:
    """Exposure of `frame` by the rules `auto`; by other rules, `scoring.ranking.exposure_rules` judges the stored evidence."""
    if frame.is_tiny:
        return cannot_judge("The picture is too small to judge its exposure.")
    return judged_by(measure_exposure(frame), load_exposure_rules("auto"))


def measure_exposure(frame: Frame) -> ExposureFacts:
    """All that a verdict needs, of any rules."""
    tones, clipping = measure_tones(frame), frame.clipping
    luminance = relative_luminance(frame.thumbnail)
    backdrop = find_white_backdrop(frame, luminance)
    subject = measure_subject(frame, luminance, backdrop)
    intent = read_intent(tones, clipping, backdrop, subject, find_dark_foreground(luminance))
    greyed = is_greyed(WHITE_EV - tones.brightest_ev, tones.brightest_ev - tones.mid_ev)
    pale = find_pale_parts(frame.thumbnail, luminance) if greyed > 0.0 else NOTHING_PALE
    network_ev = frame.exposure_reading.whole_ev
    ev = fused_ev(network_ev, tones.mid_ev, tones.lit_ev)
    return ExposureFacts(
        ev=ev,
        lit_ev=tones.lit_ev,
        before_ev=backdrop.before_ev,
        subject_ev=ev if subject is None else subject.ev,
        subject_confidence=0.0 if subject is None else subject.confidence,
        subject_face=0.0 if subject is None else float(subject.is_face),
        mid_ev=tones.mid_ev,
        network_ev=network_ev,
        range_ev=tones.range_ev,
        brightest_ev=tones.brightest_ev,
        highlights=clipping.highlights,
        white=clipping.white,
        shadows=clipping.shadows,
        backdrop=backdrop.fills,
        backdrop_white=backdrop.white,
        backdrop_highlights=backdrop.highlights,
        subject_white=0.0 if subject is None else subject.white,
        subject_shadows=0.0 if subject is None else subject.shadows,
        channel_highlights=clipping.channel_highlights,
        channel_shadows=clipping.channel_shadows,
        zones=zone_shares(luminance),
        deep_shadows=tones.deep_shadow_fraction,
        low_key=intent.low_key,
        dark_mood=intent.dark_mood,
        high_key=intent.high_key,
        white_backdrop=intent.white_backdrop,
        silhouette=intent.silhouette,
        pale=pale.share,
        greyed=greyed * pale.look_white,
    )


ASSESSOR = Assessor(
    name="exposure",
    version=9,
    assess=assess,
    source="exposure map trained on photos re-exposed in linear light (task of P-IEANet, NeurIPS 2024); mean CIE lightness "
    "(CIE 15:2018) against an 18 % grey card; preference curve and clipping rules of IEA40K and P-IEANet; level names of "
    "ITU-T F.740.4 (09/2023)",
)
