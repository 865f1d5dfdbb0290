"""Parameter files and the facts about them.

Rooms: `entries` (one TOML a weights file; below `public`, one a checkpoint that others publish), `bundled` (what ships), `registry`
(finds and checks what is here), `cache` and `installed` (the user's own), `fetch` (brings a file from its publisher).
"""
