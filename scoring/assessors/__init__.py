"""One signal a file; each exposes `ASSESSOR`. The table of all of them is `scoring.registry`."""
