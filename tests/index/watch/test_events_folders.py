"""What the file system tells of folders that come, go, are renamed, linked or lie inside each other."""

from index.watch.news import NewsKind
from tests.index.watch.ears import native_only


def test_a_folder_moved_in_brings_news_of_all_that_it_holds(tmp_path, folder, ears, listen):
    listen(folder)
    paths = [f"card/DCIM/{number // 10}/{number}.jpg" for number in range(50)]
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"photo")
    (tmp_path / "card").rename(folder / "card")
    ears.wait_until_here(*(folder / path for path in paths))
    later = folder / "card" / "DCIM" / "0" / "later.jpg"
    later.write_bytes(b"photo")
    ears.wait_until_here(later)


def test_a_tree_that_grows_deep_while_it_is_watched_is_told_in_full(folder, ears, listen):
    """The race of inotify: a file can lie in a new folder before that is watched."""
    listen(folder)
    paths = []
    for tree in range(40):
        place = folder / f"tree {tree}"
        for depth in range(6):
            place = place / f"{depth}"
            place.mkdir(parents=True)
            paths.append(place / f"{tree}-{depth}.jpg")
            paths[-1].write_bytes(b"photo")
    ears.wait_until_here(*paths)


def test_photos_of_a_folder_that_is_renamed_are_told_by_their_new_names(folder, ears, listen):
    (folder / "one" / "two").mkdir(parents=True)
    (folder / "one" / "two" / "a.jpg").write_bytes(b"photo")
    listen(folder)
    (folder / "one").rename(folder / "uno")
    ears.wait_for((NewsKind.FOLDER_GONE, folder / "one"), (NewsKind.MOVED_HERE, folder / "uno" / "two" / "a.jpg"))
    (folder / "uno" / "two" / "b.jpg").write_bytes(b"photo")
    ears.wait_until_here(folder / "uno" / "two" / "b.jpg")


def test_a_folder_within_that_is_moved_away_and_back_is_heard_again(tmp_path, folder, ears, listen):
    (folder / "day").mkdir()
    (folder / "day" / "a.jpg").write_bytes(b"photo")
    listen(folder)
    for turn in range(3):
        ears.news.clear()
        (folder / "day").rename(tmp_path / "away")
        ears.wait_for((NewsKind.FOLDER_GONE, folder / "day"))
        (tmp_path / "away" / f"{turn}.jpg").write_bytes(b"photo")
        (tmp_path / "away").rename(folder / "day")
        ears.wait_until_here(folder / "day" / "a.jpg", folder / "day" / f"{turn}.jpg")
        (folder / "day" / f"after {turn}.jpg").write_bytes(b"photo")
        ears.wait_until_here(folder / "day" / f"after {turn}.jpg")


def test_a_folder_that_was_moved_away_is_not_listened_to_any_more(tmp_path, folder, ears, listen, poll):
    native_only(poll)
    (folder / "day").mkdir()
    events = listen(folder)
    (folder / "day").rename(tmp_path / "away")
    ears.wait_for((NewsKind.FOLDER_GONE, folder / "day"))
    events.tend()
    assert [(one.kind, one.path) for one in ears.news[1:]] == [(NewsKind.LOOK_AGAIN, folder)]
    (tmp_path / "away" / "a.jpg").write_bytes(b"photo")
    (folder / "end.jpg").write_bytes(b"photo")
    ears.wait_for((NewsKind.CLOSED, folder / "end.jpg"))
    events.tend()
    assert ears.paths() == {folder / "day", folder, folder / "end.jpg"}


def test_a_folder_named_by_a_link_is_told_by_that_name(tmp_path, folder, ears, listen):
    link = tmp_path / "link"
    link.symlink_to(folder)
    listen(link)
    (folder / "day").mkdir()
    (folder / "day" / "a.jpg").write_bytes(b"photo")
    ears.wait_until_here(link / "day" / "a.jpg")


def test_folders_inside_each_other_tell_everything_once(folder, ears, listen, poll):
    native_only(poll)
    (folder / "inner").mkdir()
    listen(folder / "inner", folder)
    (folder / "inner" / "a.jpg").write_bytes(b"photo")
    (folder / "end.jpg").write_bytes(b"photo")
    ears.wait_for((NewsKind.CLOSED, folder / "end.jpg"))
    assert [one.path.name for one in ears.news if one.kind is NewsKind.CLOSED] == ["a.jpg", "end.jpg"]
