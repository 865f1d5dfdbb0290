"""A photo that can be read, but of which no honest cropped copy can be written."""

from __future__ import annotations


class CropRefusedError(Exception):
    """Its message is a sentence for the photographer: why, and what to do."""


RAW = "A RAW file is cropped in your editor: a copy of its preview would not be the photo."
DEEP_TIFF = "A TIFF of more than 8 bits would lose tones here: crop it in your editor."
DEEP_GREY_PNG = "A grey PNG of 16 bits with transparency would lose tones here: crop it in your editor."
MOVING = "It holds several pictures, of which only the first would be kept: crop it in your editor."
DEEP_TURNED = "A picture of 16 bits would lose tones when turned here: turn it in your editor."
LONG_METADATA = "Its EXIF or XMP is longer than a JPEG can hold: crop it in your editor."
