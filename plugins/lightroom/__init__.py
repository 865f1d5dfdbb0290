"""Lightroom Classic's plug-in, in Lua: the folder that Lightroom is shown."""

from pathlib import Path

PLUGIN_FOLDER = Path(__file__).parent / "assist.lrplugin"
"""As it lies in an installed package."""
