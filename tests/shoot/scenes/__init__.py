"""What stands before the camera, one scene a file: `draw(size_px, moment) -> (H, W, 3) linear light, 1 = white`."""
