"""What photos there are, and what we know of them.

Rooms: `photo` (a photo and its metadata, a leaf), `catalog` (the SQLite catalogue), `vectors` (which photos look
alike), `journal` (every file written outside the catalogue, and how to take it back), `watch` (photos as they arrive).
"""
