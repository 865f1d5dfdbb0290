"""One reader a data set; each returns `RatedPhotos`."""
