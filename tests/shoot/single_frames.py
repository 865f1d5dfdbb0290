"""The frames of the rendered shoot that stand alone, each with a fault or a difficulty of its own."""

from __future__ import annotations

from datetime import timedelta

from tests.shoot.frame_truth import FAST_GRAIN, UPRIGHT_PX, FrameTruth, Role
from tests.shoot.shooting_times import EVENING, MORNING, NIGHT, WINTER


def single_frames() -> list[FrameTruth]:
    frames = [*_harbour_singles(), *_landscapes(), *_portraits(), *_nights()]
    return sorted(frames, key=lambda frame: frame.name)


def _harbour_singles() -> list[FrameTruth]:
    later = EVENING + timedelta(minutes=6)
    return [
        FrameTruth(
            name="DSC_0112.JPG",
            role=Role.CLIPPED,
            scene="harbour",
            taken=later,
            moment_s=9.0,
            ev=1.5,
            clipped_highlights=True,
            exposure_time_s=1 / 125,
            f_number=4.0,
            focal_length_mm=70.0,
        ),
        FrameTruth(
            name="DSC_0113.JPG",
            role=Role.TILTED,
            scene="harbour",
            taken=later + timedelta(minutes=4),
            moment_s=-5.0,
            tilt_clockwise_deg=3.5,
            exposure_time_s=1 / 500,
            f_number=5.6,
            focal_length_mm=50.0,
        ),
        FrameTruth(
            name="DSC_0121.JPG",
            role=Role.MONOCHROME,
            scene="harbour",
            taken=EVENING - timedelta(minutes=25),
            size_px=UPRIGHT_PX,
            monochrome=True,
            focal_length_mm=50.0,
        ),
    ]


def _landscapes() -> list[FrameTruth]:
    return [
        FrameTruth(
            name="DSC_0114.JPG",
            role=Role.SIDEWAYS,
            scene="valley",
            taken=MORNING + timedelta(minutes=9),
            size_px=UPRIGHT_PX,
            orientation=6,
        ),
        FrameTruth(name="DSC_0120.JPG", role=Role.HIGH_KEY, scene="snow", taken=WINTER, exposure_bias_ev=1.3),
    ]


def _portraits() -> list[FrameTruth]:
    portrait = {"f_number": 2.0, "focal_length_mm": 85.0, "lens": "R 85mm F1.8", "iso": 200}
    forest = MORNING + timedelta(hours=1, minutes=20)
    return [
        FrameTruth(
            name="DSC_0115.JPG",
            role=Role.PORTRAIT,
            scene="hiker",
            taken=forest,
            size_px=UPRIGHT_PX,
            **portrait,
        ),
        FrameTruth(
            name="DSC_0116.JPG",
            role=Role.RAW_PAIR,
            scene="hiker",
            taken=forest + timedelta(minutes=2),
            moment_s=0.3,
            raw_companion="DSC_0116.DNG",
            **portrait,
        ),
        FrameTruth(
            name="DSC_0117.JPG",
            role=Role.DARK,
            scene="hiker",
            taken=forest + timedelta(minutes=7),
            moment_s=1.1,
            ev=-3.0,
            exposure_time_s=1 / 2000,
            **portrait,
        ),
    ]


def _nights() -> list[FrameTruth]:
    return [
        FrameTruth(
            name="DSC_0118.JPG",
            role=Role.NIGHT,
            scene="street",
            taken=NIGHT,
            iso=800,
            exposure_time_s=1 / 15,
            f_number=2.8,
            grain=0.014,
        ),
        FrameTruth(
            name="DSC_0119.JPG",
            role=Role.NOISY,
            scene="street",
            taken=NIGHT + timedelta(minutes=3),
            moment_s=2.5,
            ev=0.7,
            iso=12_800,
            exposure_time_s=1 / 250,
            f_number=2.8,
            grain=FAST_GRAIN,
        ),
    ]
