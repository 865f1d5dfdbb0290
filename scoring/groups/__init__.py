"""Which photos belong together: sets that must stay whole, bursts, near-duplicates, duplicates. No pixels are opened here.

A photo is in one group at most. What is known of a photo is its record, its embedding and its `Glance`.
"""
