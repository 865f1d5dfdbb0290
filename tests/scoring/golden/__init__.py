"""What the program said of a few drawn photos, kept to be compared with what it says now."""
