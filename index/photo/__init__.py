"""One photo and its metadata; imports nothing else of ours.

Rooms: `files` (which files are photos, which belong together), `exif`, `decode` (pixels, upright, sRGB),
`identity` (a fingerprint of the picture data), `record` (the facts), `errors` (a bad photo is a value).
"""
