"""The chunks of a PNG and a WebP, read one head at a time."""

import io

import pytest

from index.photo.file_window import window_on
from index.photo.riff_png_chunks import png_chunks, png_chunks_of_file, webp_chunks, webp_chunks_of_file


@pytest.mark.parametrize(
    ("name", "in_memory", "of_file"),
    [("PNG", png_chunks, png_chunks_of_file), ("WEBP", webp_chunks, webp_chunks_of_file)],
)
def test_a_whole_file_has_the_same_chunks_however_it_is_read(tmp_path, scene, name, in_memory, of_file):
    buffer = io.BytesIO()
    scene.save(buffer, name)
    path = tmp_path / "photo"
    path.write_bytes(buffer.getvalue())
    with window_on(path) as window:
        found = [(chunk.kind, window.at(chunk.start, chunk.size_bytes)) for chunk in of_file(window)]
    assert found == [(kind, bytes(payload)) for kind, payload in in_memory(buffer.getvalue())]
    assert found


def test_the_last_chunk_of_a_cut_file_reaches_past_its_end(tmp_path, scene):
    path = tmp_path / "photo.webp"
    scene.save(path)
    whole_bytes = path.stat().st_size
    path.write_bytes(path.read_bytes()[: whole_bytes // 2])
    with window_on(path) as window:
        (chunk,) = webp_chunks_of_file(window)
    assert chunk.start + chunk.size_bytes in (whole_bytes, whole_bytes - 1)
