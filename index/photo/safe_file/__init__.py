"""Small files of others are replaced whole or not at all, and only while they are still what was read."""
