"""Numbers within names by their value."""

from assist_cli.render.natural_order import natural_key


def test_numbers_count_by_their_value_wherever_they_stand():
    names = ["ss01_368.jpg", "ss01_83.jpg", "ss1_5.jpg", "2/IMG_1.JPG", "10/IMG_1.JPG", "IMG_9.JPG", "IMG_10.JPG"]
    assert sorted(names, key=natural_key) == [
        "2/IMG_1.JPG",
        "10/IMG_1.JPG",
        "IMG_9.JPG",
        "IMG_10.JPG",
        "ss1_5.jpg",
        "ss01_83.jpg",
        "ss01_368.jpg",
    ]


def test_names_that_mean_the_same_number_have_an_order():
    assert sorted(["a1", "a01", "a", "1", "²", ""], key=natural_key) == ["", "1", "a", "a01", "a1", "²"]
