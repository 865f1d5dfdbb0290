"""Pictures that explain verdicts: photo and assessment in, picture out; nothing is read from or written to disk."""
