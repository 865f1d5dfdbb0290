"""Photo in, judgement out: pure, no database, picklable.

Rooms: `frame` (one photo decoded once), `assessors` (one signal a file), `models` and `engines` (the rating-distribution
network and how it is run), `training`, `metrics`, `ranking` (how factors blend into one score).
"""
