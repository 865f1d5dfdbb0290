"""Torch networks, one architecture a file: tensors in, tensors out. Importing a room here loads torch."""
