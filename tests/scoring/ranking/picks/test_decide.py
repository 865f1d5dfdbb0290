"""Decisions: a keeper in every group, reject candidates only for a fault that was measured, nothing hidden in doubt."""

import itertools

from scoring.groups.group import Group, GroupKind
from scoring.ranking.picks.choice import Decision
from scoring.ranking.picks.decide import decide
from scoring.ranking.profile import load_profile
from tests.scoring.ranking.picks.made_photos import (
    NOT_JUDGED,
    black,
    crisp,
    faces,
    focus,
    framing,
    light,
    photo,
    sharp,
    soft,
    well_exposed,
)

KEEPER, ALTERNATE, REJECT = Decision.KEEPER, Decision.ALTERNATE, Decision.REJECT_CANDIDATE
OPEN, CLOSED = 0.99, 0.02


def burst(*photos, kind=GroupKind.BURST, copies=()):
    return decide(photos, [Group(kind, tuple(range(len(photos))), "made up", copies)], load_profile())


def portrait(number, open_probability, sharpness=0.45):
    return sharp(number, faces=faces((3000, 800, open_probability, sharpness)))


def test_the_sharpest_frame_is_the_keeper_and_a_soft_one_a_reject_candidate_that_names_it():
    first, second, third = burst(soft(1), sharp(2), sharp(3, focus=focus(0.33), sharpness=crisp(0.5)))
    assert (second.decision, second.rank, second.better) == (KEEPER, 1, None)
    assert (first.decision, first.rank, first.better) == (REJECT, 3, 1)
    assert first.reasons == ("much softer on the subject than DSC_0002.JPG (33, there 83)",)
    assert third.decision is ALTERNATE
    assert third.reasons == ("softer on the subject than DSC_0002.JPG (67, there 83)",)


def test_closed_eyes_are_a_reject_candidate_where_they_are_open_in_a_sibling():
    blink, awake = burst(portrait(411, CLOSED), portrait(412, OPEN))
    assert (blink.decision, blink.reasons) == (REJECT, ("eyes closed; open in DSC_0412.JPG",))
    assert awake.reasons == ("the best of 2 frames: all eyes open",)


def test_the_worst_prominent_face_decides_never_the_best_one():
    both = faces((1500, 800, OPEN, 0.45), (4500, 800, OPEN, 0.45))
    one_blinks = faces((1500, 800, OPEN, 0.6), (4500, 800, CLOSED, 0.6))
    blink, awake = burst(sharp(1, faces=one_blinks), sharp(2, faces=both))
    assert (blink.decision, awake.decision) == (REJECT, KEEPER)


def test_a_passer_by_who_blinks_costs_nothing():
    with_passer_by = faces((1500, 800, OPEN, 0.45), (4500, 250, CLOSED, 0.45))
    first, second = burst(sharp(1, faces=with_passer_by), portrait(2, OPEN))
    assert first.rank == second.rank == 1


def test_a_blink_of_somebody_whose_eyes_are_not_seen_in_the_better_frame_is_no_reject_candidate():
    elsewhere = sharp(2, faces=faces((600, 800, OPEN, 0.45)))
    blink, better = burst(portrait(1, CLOSED), elsewhere)
    assert (blink.decision, better.decision) == (ALTERNATE, KEEPER)


def test_a_softer_frame_with_open_eyes_goes_before_a_sharp_blink_and_neither_is_rejected():
    blink = portrait(1, CLOSED)
    awake = sharp(2, focus=focus(0.3), faces=faces((3000, 800, OPEN, 0.3)))
    first, second = burst(blink, awake)
    assert second.decision is KEEPER
    assert first.decision is ALTERNATE
    assert first.reasons == ("eyes closed; open in DSC_0002.JPG", "though sharper")


def test_a_frame_that_is_sharper_only_in_its_background_is_no_sharper_frame():
    on_subject = photo(1, focus=focus(0.5), sharpness=crisp(0.6))
    on_background = photo(2, focus=focus(0.2, verdict="missed_focus"), sharpness=crisp(0.95))
    first, second = burst(on_subject, on_background)
    assert (first.decision, second.decision) == (KEEPER, REJECT)


def test_a_frame_whose_subject_was_not_found_is_never_called_sharper():
    found = [sharp(number) for number in (1, 2)]
    lost = photo(3, focus=focus(target="none"), sharpness=crisp(0.99))
    assert {choice.rank for choice in burst(*found, lost)} == {1}


def test_a_shaken_frame_is_a_reject_candidate_beside_a_sharp_one():
    smeared = photo(1, focus=focus(0.4, verdict="motion_blur", moved="frame"), sharpness=crisp(0.35))
    first, second = burst(smeared, sharp(2))
    assert (first.decision, first.reasons) == (REJECT, ("blurred by movement; DSC_0002.JPG is sharp",))
    assert second.decision is KEEPER


def test_a_blown_subject_is_a_reject_candidate_beside_one_that_was_kept():
    blown, kept, other = (
        sharp(1, exposure=light(1.8, subject_blown=0.5)),
        sharp(2, exposure=light(0.1)),
        sharp(3, exposure=light(0.0)),
    )
    first, second, third = burst(blown, kept, other)
    assert first.decision is REJECT
    assert first.reasons[0].startswith("50 % of the subject is blown out; DSC_000")
    assert {second.rank, third.rank} == {1}


def test_white_by_nature_is_no_fault():
    first, second = burst(sharp(1, exposure=light(0.3, subject_blown=0.3)), sharp(2, exposure=light(0.2)))
    assert first.decision is ALTERNATE or first.rank == 1
    assert REJECT not in (first.decision, second.decision)


def test_rating_and_composition_alone_never_reject_anything():
    poor = sharp(1, rating=1.5, composition=framing("tilted horizon", tilt_deg=6.0))
    first, second = burst(poor, sharp(2, rating=9.0, composition=framing()))
    assert (first.decision, second.decision) == (ALTERNATE, KEEPER)
    assert first.reasons == ("tilted by 6.0\N{DEGREE SIGN}, more than DSC_0002.JPG",)


def test_the_rating_orders_frames_that_tie():
    first, second = burst(sharp(1, rating=6.2), sharp(2, rating=7.0))
    assert (first.rank, second.rank) == (1, 1)
    assert (first.decision, second.decision) == (ALTERNATE, KEEPER)
    assert first.reasons == ("as good as DSC_0002.JPG: your choice",)
    assert (first.tied_with, second.tied_with) == ((1,), (0,))


def test_a_clearly_lower_rating_parts_a_tie_and_rejects_nothing():
    first, second = burst(sharp(1, rating=6.1), sharp(2, rating=8.0))
    assert (second.decision, second.rank) == (KEEPER, 1)
    assert (first.decision, first.rank) == (ALTERNATE, 2)
    assert first.reasons == ("rated clearly lower than DSC_0002.JPG (6.1, there 8.0)",)


def test_a_sharp_but_black_frame_of_a_burst_comes_last_and_is_a_reject_candidate():
    dark, fine, good = (
        sharp(1, sharpness=crisp(0.95), exposure=black()),
        sharp(2, sharpness=crisp(0.6), focus=focus(0.3), exposure=well_exposed()),
        sharp(3, exposure=well_exposed()),
    )
    first, second, third = burst(dark, fine, good)
    assert (first.decision, first.rank) == (REJECT, 3)
    assert first.reasons == ("nearly black; DSC_0003.JPG is well exposed",)
    assert (second.decision, third.decision) == (ALTERNATE, KEEPER)
    assert burst(dark, fine, good, kind=GroupKind.NEAR_DUPLICATE)[0].decision is ALTERNATE


def test_a_bracket_that_no_exif_tells_of_loses_no_frame():
    evs = (-4.0, -2.0, 0.0, 2.0, 4.0)
    lights = [black(ev) if ev == -4.0 else light(ev, blown=0.7 * (ev > 2.0), value=0.9 * (ev == 0.0)) for ev in evs]
    choices = burst(*(sharp(number, exposure=one) for number, one in enumerate(lights)))
    assert [choice.decision for choice in choices].count(ALTERNATE) == 4
    without_its_brighter_half = burst(*(sharp(number, exposure=one) for number, one in enumerate(lights[:3])))
    assert without_its_brighter_half[0].decision is REJECT


def test_better_exposed_is_said_only_where_the_assessor_values_it_more():
    soft_one = {"focus": focus(0.3), "sharpness": crisp(0.5)}
    lights = (light(-0.5, value=0.8), light(0.6, value=0.8), light(0.6, value=0.8))
    leader, *others = (sharp(1, exposure=lights[0]), *(sharp(n, exposure=lights[1], **soft_one) for n in (2, 3)))
    assert burst(leader, *others)[1].reasons == ("softer on the subject than DSC_0001.JPG (63, there 83)",)
    valued = [sharp(n, exposure=light(0.6, value=0.95), **soft_one) for n in (2, 3)]
    assert burst(leader, *valued)[1].reasons[-1] == "though better exposed"


def test_noise_plays_no_part_inside_a_burst():
    noisy, clean = sharp(1, noise=crisp(0.05)), sharp(2, noise=crisp(0.95))
    assert [choice.rank for choice in burst(noisy, clean)] == [1, 1]


def test_a_factor_that_abstains_neither_punishes_nor_rewards():
    assert {choice.rank for choice in burst(sharp(1), sharp(2, faces=NOT_JUDGED), portrait(3, OPEN))} == {1}
    unknown, low, high = photo(1, focus=NOT_JUDGED), portrait(2, OPEN, 0.3), portrait(3, OPEN, 0.6)
    choices = burst(unknown, low, high)
    assert choices[2].decision is KEEPER
    assert choices[0].rank == 1


def test_identical_frames_tie_and_the_first_of_them_is_the_keeper():
    choices = burst(*(sharp(number) for number in range(4)))
    assert [choice.decision for choice in choices] == [KEEPER, ALTERNATE, ALTERNATE, ALTERNATE]
    assert choices[0].reasons == ("as good as DSC_0001.JPG and 2 others: your choice",)


def test_the_best_of_a_soft_burst_stays_a_keeper_and_says_so():
    choices = burst(soft(1), soft(2, focus=focus(0.22, verdict="soft")), soft(3))
    assert choices[1].decision is KEEPER
    assert choices[1].reasons[0] == "the best of a soft burst"
    assert REJECT not in {choice.decision for choice in choices}


def test_where_everybody_blinks_the_sharpest_stays_a_keeper():
    choices = burst(portrait(1, CLOSED), soft(2, faces=faces((3000, 800, CLOSED, 0.2))))
    assert choices[0].decision is KEEPER
    assert choices[0].reasons[0] == "the best of a closed-eyed burst"


def test_minutes_later_a_softer_frame_is_an_alternate_at_worst():
    first, second = burst(soft(1), sharp(2), kind=GroupKind.NEAR_DUPLICATE)
    assert (first.decision, second.decision) == (ALTERNATE, KEEPER)
    assert first.reasons == ("softer on the subject than DSC_0002.JPG (33, there 83)",)


def test_a_photo_in_no_group_is_a_keeper_with_an_honest_reason():
    fine, faulty, blinking = decide([sharp(1), soft(2), portrait(3, CLOSED)], [], load_profile())
    assert (fine.decision, fine.rank, fine.group, fine.reasons) == (
        KEEPER,
        None,
        None,
        ("the only frame of its moment",),
    )
    assert faulty.decision is KEEPER
    assert faulty.reasons == ("the only frame of its moment, though nothing in it is sharp",)
    assert blinking.reasons == ("the only frame of its moment, though the eyes are closed",)
    (dark,) = decide([sharp(4, exposure=black())], [], load_profile())
    assert (dark.decision, dark.reasons) == (KEEPER, ("the only frame of its moment, though it is nearly black",))


def test_a_smaller_frame_is_not_told_crisper_than_larger_ones():
    small = photo(3, size_px=(1500, 1000), focus=focus(0.95), sharpness=crisp(0.99))
    choices = burst(sharp(1), sharp(2), small)
    assert {choice.rank for choice in choices} == {1}


def test_every_photo_gets_one_choice_in_order_and_every_group_one_keeper():
    kinds = itertools.product((sharp, soft), repeat=3)
    for number, makes in enumerate(kinds):
        choices = burst(*(make(index) for index, make in enumerate(makes)))
        assert [choice.photo for choice in choices] == [0, 1, 2], number
        assert [choice.decision for choice in choices].count(KEEPER) == 1
