"""Photos for tests of picking: what was said of them is made up, no picture is behind it."""

from __future__ import annotations

from pathlib import Path

from scoring.assessment import Assessment, cannot_judge
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.rating_distribution import Quality

SIZE_PX = (6000, 4000)
MIDDLE_PX = (2000, 1000, 4000, 3000)
LEFT_PX = (100, 100, 900, 900)


def focus(
    sharpness=0.5, *, verdict="sharp_subject", target="subject", box_px=MIDDLE_PX, moved="nothing", confidence=0.7
):
    """`sharpness`: share of fine detail in the target, as `focus` has it in its evidence."""
    evidence = {"verdict": verdict, "target": target, "moved": moved, "peak": max(sharpness, 0.5)}
    if target != "none":
        evidence |= {"target_px": list(box_px), "target_sharpness": sharpness}
    return Assessment(0.8, confidence, verdict.replace("_", " "), ("Reason.",), evidence)


def crisp(value):
    return Assessment(value, 0.8, "sharp", ("Reason.",), {})


def faces(*each):
    """Each face: (x of its middle, width, probability that its eyes are open or None, sharpness of its eyes or None)."""
    boxes = [edge for x, width, *_ in each for edge in (x - width // 2, 1000, x + width // 2, 1000 + width)]
    evidence = {
        "faces": len(each),
        "faces_px": boxes,
        "eyes_open": [-1.0 if one[2] is None else one[2] for one in each],
        "eye_sharpness": [-1.0 if one[3] is None else one[3] for one in each],
    }
    return Assessment(0.5, 0.7, "eyes open", ("Reason.",), evidence)


def light(ev=0.0, *, blown=0.0, subject_blown=0.0, subject=0.9, confidence=0.9, value=0.5, **evidence_too):
    evidence = {
        "ev_offset": ev,
        "judged_ev_offset": ev,
        "clipped_to_white": blown,
        "white_backdrop": 0.0,
        "backdrop_clipped_to_white": 0.0,
        "subject_confidence": subject,
        "subject_clipped_to_white": subject_blown,
    } | evidence_too
    return Assessment(value, confidence, "normal", ("Reason.",), evidence)


def black(ev=-5.0, **other):
    """Nine tenths and more without texture, the rest in zones II and III."""
    zones = [0.9, 0.07, 0.02, 0.01, *[0.0] * 7]
    return light(ev, value=0.0, **{"zones": zones, "brightest_ev_above_grey": -2.0, "low_key": 0.0} | other)


def well_exposed(ev=0.2):
    return light(ev, value=0.95)


def framing(level="no obvious fault", *, tilt_deg=0.0, cut_at="", box_px=MIDDLE_PX, tilt_confidence=0.5):
    evidence = {
        "tilt_deg": tilt_deg if tilt_confidence else None,
        "tilt_confidence": tilt_confidence,
        "cut_at": cut_at,
        "face_cut_at": "",
        "subject_px": list(box_px),
    }
    return Assessment(0.7, 0.5, level, ("Reason.",), evidence)


CUT = framing("subject cut off", cut_at="left", box_px=(0, 1000, 1500, 3000))


def rated(mean):
    """Everybody gives the two nearest ratings."""
    low = int(mean)
    shares = [0.0] * 10
    shares[low - 1], shares[low] = 1.0 - (mean - low), mean - low
    return Quality("made.up", tuple(shares))


def photo(number, *, size_px=SIZE_PX, asset_id=None, rating=5.0, score=50.0, **said):
    """`DSC_0001.JPG` and so on; what is not said was not judged."""
    return RankedPhoto(
        Path(f"/shoot/DSC_{number:04d}.JPG"), asset_id or f"asset {number}", size_px, said, rated(rating), score
    )


def sharp(number, **other):
    return photo(number, **({"focus": focus(0.5), "sharpness": crisp(0.7)} | other))


def soft(number, **other):
    return photo(number, **({"focus": focus(0.15, verdict="soft"), "sharpness": crisp(0.3)} | other))


NOT_JUDGED = cannot_judge("Too few edges.")
