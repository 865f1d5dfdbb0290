"""Culling without a terminal: a session over a shoot, its keys, its filters, and what becomes of the marks.

`open_session` finds the photos, `session` is what a screen drives, `scoring_thread` feeds it from the background, `save_marks`
writes what was marked into sidecars, `list_marked` and `apply_marked` serve those who want no screen.
"""
