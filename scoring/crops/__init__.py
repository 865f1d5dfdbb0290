"""How a photo could be cropped and levelled; never applied unasked."""
