import threading

import pytest

from assist_cli.pictures.whole_photo import one_whole_photo


def test_whole_photo_is_read_by_one_thread_at_a_time() -> None:
    inside, most = 0, 0
    begin = threading.Barrier(4)

    def read() -> None:
        nonlocal inside, most
        begin.wait()
        with one_whole_photo():
            inside += 1
            most = max(most, inside)
            threading.Event().wait(0.01)
            inside -= 1

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == 1


def test_whole_photo_that_fails_lets_the_next_one_in() -> None:
    with pytest.raises(ValueError, match="damaged"), one_whole_photo():
        raise ValueError("damaged")
    entered = threading.Event()

    def read() -> None:
        with one_whole_photo():
            entered.set()

    threading.Thread(target=read, daemon=True).start()

    assert entered.wait(10)
