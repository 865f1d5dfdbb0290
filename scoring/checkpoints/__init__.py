"""Other people's checkpoints made into our weights: read without running anything in them, one layout a file. Loads torch."""
