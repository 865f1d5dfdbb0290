"""Photos that arrive are scored, grouped and, if asked, marked: what `assist watch` does, without a terminal."""
