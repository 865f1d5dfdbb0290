"""What can be wrong with the sidecars of a folder: one kind of finding a file."""
