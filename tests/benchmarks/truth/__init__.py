"""What `docs/assessors.md` tells: one measurement of the assessors a file."""
