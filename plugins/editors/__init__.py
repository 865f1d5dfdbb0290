"""What each photo editor reads of a sidecar, and what it will show."""
