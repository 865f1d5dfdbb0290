"""A watched folder that is moved, deleted, replaced or not there yet is told, and heard again."""

import shutil

from index.watch.news import NewsKind


def test_a_watched_folder_that_is_moved_away_and_back_is_told_and_heard_again(tmp_path, folder, ears, listen):
    events = listen(folder)
    for turn in range(2):
        folder.rename(tmp_path / "away")
        events.tend()
        ears.wait_for((NewsKind.FOLDER_GONE, folder))
        (tmp_path / "away").rename(folder)
        events.tend()
        ears.wait_for((NewsKind.FOLDER_BACK, folder))
        ears.news.clear()
        (folder / f"{turn}.jpg").write_bytes(b"photo")
        ears.wait_until_here(folder / f"{turn}.jpg")


def test_a_watched_folder_that_is_deleted_and_made_again_is_told_and_heard_again(folder, ears, listen):
    events = listen(folder)
    shutil.rmtree(folder)
    events.tend()
    ears.wait_for((NewsKind.FOLDER_GONE, folder))
    events.tend()
    folder.mkdir()
    events.tend()
    ears.wait_for((NewsKind.FOLDER_BACK, folder))
    (folder / "a.jpg").write_bytes(b"photo")
    ears.wait_until_here(folder / "a.jpg")
    assert [one.kind for one in ears.news].count(NewsKind.FOLDER_GONE) == 1


def test_another_folder_in_the_place_of_a_watched_one_is_told_and_heard(tmp_path, folder, ears, listen):
    events = listen(folder)
    folder.rename(tmp_path / "away")
    folder.mkdir()
    events.tend()
    ears.wait_for((NewsKind.FOLDER_GONE, folder), (NewsKind.FOLDER_BACK, folder))
    (folder / "a.jpg").write_bytes(b"photo")
    ears.wait_until_here(folder / "a.jpg")


def test_a_folder_that_is_not_there_yet_is_waited_for(folder, ears, listen):
    later = folder / "later"
    events = listen(later)
    ears.wait_for((NewsKind.FOLDER_GONE, later))
    later.mkdir()
    events.tend()
    ears.wait_for((NewsKind.FOLDER_BACK, later))
    (later / "a.jpg").write_bytes(b"photo")
    ears.wait_until_here(later / "a.jpg")
