"""What a terminal can draw of a photo: cells and control sequences, prepared ahead on threads; no widget, no terminal library."""
