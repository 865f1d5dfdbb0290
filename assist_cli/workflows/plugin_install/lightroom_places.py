"""Where Lightroom Classic looks for plug-ins by itself (Lightroom Classic SDK guide, "Automatically loaded plug-ins")."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from assist_cli.workflows.plugin_install.place import Editor, Packing, Place


def lightroom_places(system: str, environ: Mapping[str, str], home: Path) -> tuple[Place, ...]:
    """All places where it could be; none where Lightroom does not run. `system`: as `sys.platform`; nothing is looked at."""
    if system == "darwin":
        lightroom = home / "Library" / "Application Support" / "Adobe" / "Lightroom"
    elif system == "win32":
        roaming = environ.get("APPDATA")
        lightroom = (Path(roaming) if roaming else home / "AppData" / "Roaming") / "Adobe" / "Lightroom"
    else:
        return ()
    return (Place(Editor.LIGHTROOM, Packing.NATIVE, lightroom / "Modules", lightroom),)
