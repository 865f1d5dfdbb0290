"""The frames of the rendered shoot that belong together: a bracket, two bursts, and copies of single frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tests.shoot.frame_truth import UPRIGHT_PX, FrameTruth, Role
from tests.shoot.shooting_times import EVENING, MORNING, NOON


def bracket() -> list[FrameTruth]:
    return [
        FrameTruth(
            name=f"DSC_{101 + step:04d}.JPG",
            role=Role.BRACKET,
            scene="valley",
            taken=MORNING + timedelta(seconds=0.4 * step),
            group="bracket",
            ev=float(ev),
            clipped_highlights=ev >= 1,
            exposure_bias_ev=float(ev),
            exposure_time_s=2.0**ev / 250,
        )
        for step, ev in enumerate((-2, -1, 0, 1, 2))
    ]


def burst() -> list[FrameTruth]:
    return [
        FrameTruth(
            name=f"DSC_{106 + step:04d}.JPG",
            role=Role.BURST,
            scene="harbour",
            taken=EVENING + timedelta(seconds=0.2 * step),
            group="burst",
            moment_s=0.2 * step,
            soft_radius_px=5.0 if step == 3 else 0.0,
            exposure_time_s=1 / 1000,
            f_number=4.0,
            focal_length_mm=70.0,
        )
        for step in range(6)
    ]


def portrait_burst() -> list[FrameTruth]:
    """The third frame blinks, the fourth is soft."""
    return [
        FrameTruth(
            name=f"DSC_{122 + step:04d}.JPG",
            role=Role.PORTRAIT_BURST,
            scene="blinking_sitter" if step == 2 else "sitter",
            taken=NOON + timedelta(seconds=0.25 * step),
            size_px=UPRIGHT_PX,
            group="portrait burst",
            moment_s=0.25 * step,
            soft_radius_px=4.0 if step == 3 else 0.0,
            eyes_closed=step == 2,
            exposure_time_s=1 / 640,
            f_number=4.0,
            focal_length_mm=85.0,
            lens="R 85mm F1.8",
        )
        for step in range(5)
    ]


def copies(singles: Sequence[FrameTruth]) -> list[FrameTruth]:
    by_role = {frame.role: frame for frame in singles}
    night, portrait = by_role[Role.NIGHT], by_role[Role.PORTRAIT]
    return [
        replace(night, name="DSC_0118 copy.JPG", role=Role.DUPLICATE, original=night.name, group=night.name),
        replace(
            portrait,
            name="DSC_0115_web.jpg",
            role=Role.NEAR_DUPLICATE,
            original=portrait.name,
            group=portrait.name,
            jpeg_quality=55,
        ),
    ]
