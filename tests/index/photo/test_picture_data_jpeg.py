"""The end of a JPEG's picture is its first EOI marker, wherever it lies."""

from hypothesis import given
from hypothesis import strategies as st

from index.photo.picture_data_jpeg import end_of_image

MARKER_BYTES = st.lists(st.sampled_from((0x00, 0xD9, 0xFF)), max_size=12).map(bytes)


@given(MARKER_BYTES, st.integers(0, 12))
def test_end_of_image_is_the_first_marker_from_there_on(data, start):
    start = min(start, len(data))
    found = data.find(b"\xff\xd9", start)
    assert end_of_image(data, start) == (len(data) if found < 0 else found)
