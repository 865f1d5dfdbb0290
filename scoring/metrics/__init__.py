"""Plain functions that compare predictions with opinions."""
