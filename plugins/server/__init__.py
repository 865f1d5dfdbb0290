"""The second door: a server on this machine alone, for editors that can speak HTTP, and to keep networks warm."""
