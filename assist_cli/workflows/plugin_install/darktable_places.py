"""Where darktable keeps its configuration, with its Lua scripts (README of darktable-org/lua-scripts; darktable's manual)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from assist_cli.workflows.plugin_install.place import Editor, Packing, Place

FLATPAK_ID = "org.darktable.Darktable"


def darktable_places(system: str, environ: Mapping[str, str], home: Path) -> tuple[Place, ...]:
    """All places where it could be. `system`: as `sys.platform`; nothing is looked at."""
    if system == "win32":
        local = environ.get("LOCALAPPDATA")
        return (_place(Packing.NATIVE, (Path(local) if local else home / "AppData" / "Local") / "darktable"),)
    native = _place(Packing.NATIVE, _config_home(environ, home) / "darktable")
    if system == "darwin":
        return (native,)
    snap = home / "snap" / "darktable" / "current"
    return (
        native,
        _place(Packing.FLATPAK, home / ".var" / "app" / FLATPAK_ID / "config" / "darktable"),
        # Which of the two depends on the snap; a folder of the revision is there for either.
        Place(Editor.DARKTABLE, Packing.SNAP, snap, snap / "darktablerc"),
        _place(Packing.SNAP, snap / ".config" / "darktable"),
    )


def _config_home(environ: Mapping[str, str], home: Path) -> Path:
    """A relative `XDG_CONFIG_HOME` counts for nothing (XDG Base Directory)."""
    config = Path(environ.get("XDG_CONFIG_HOME") or "")
    return config if config.is_absolute() else home / ".config"


def _place(packing: Packing, base: Path) -> Place:
    return Place(Editor.DARKTABLE, packing, base, base)
