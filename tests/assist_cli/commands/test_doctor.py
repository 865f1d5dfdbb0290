"""`assist doctor`."""


def test_it_tells_every_part_and_ends_with_0_where_all_works(assist):
    answer = assist("doctor")
    assert answer.exit_code == 0
    for part in ("JPEG", "RAW", "weights", "judging", "catalogue", "terminal"):
        assert part in answer.out


def test_it_ends_with_1_when_something_essential_is_broken(assist, tmp_path):
    foreign = tmp_path / "notes.db"
    foreign.write_text("somebody else's")
    answer = assist("doctor", "--catalog", foreign)
    assert answer.exit_code == 1
    assert "broken" in answer.out
