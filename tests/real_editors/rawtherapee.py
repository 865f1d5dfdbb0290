"""What RawTherapee makes of a photo with its profile beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from index.photo.mark_fields.pp3_lines import pp3_lines
from tests.real_editors.program import output_of, why_skip

SKIP_REASON = why_skip("rawtherapee-cli")


@dataclass(frozen=True)
class RawTherapeeExport:
    """A finished picture, and the settings that RawTherapee says it made it with."""

    picture: Path
    profile: bytes

    def setting(self, group: str, key: str) -> str | None:
        """One value of the profile."""
        return pp3_lines(self.profile).text(group, key)


def rawtherapee_exports(photo: Path, folder: Path) -> RawTherapeeExport:
    """A JPEG in `folder`; of the sidecar profile, where there is one, which RawTherapee writes out again."""
    picture = folder / f"{photo.stem}.rawtherapee.jpg"
    output_of("rawtherapee-cli", "-s", "-S", "-O", picture, "-Y", "-j95", "-c", photo, home=folder)
    return RawTherapeeExport(picture, picture.with_name(picture.name + ".pp3").read_bytes())
