"""How the saliency network learns: what photographers focused on, in photos whose background is blurred, and cut out on others."""
