"""Parameter files and the facts about them.

Rooms: `entries` (one TOML a weights file), `bundled` (what ships), `registry` (finds and checks them).
"""
