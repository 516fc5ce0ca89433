import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.intake.dates.moments import label_of, moments, normal, zoned


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2024-05-02T19:05:00Z", "2024-05-02T19:05:00+00:00"),
        ("2024-05-02T19:05:00.123+0900", "2024-05-02T19:05:00+09:00"),
        ("2024-05-02 19:05:07 +02:00", "2024-05-02T19:05:07+02:00"),
        ("2024-05-02T19:05Z", "2024-05-02T19:05:00+00:00"),
        ("2024-05-02 19:05:07", "2024-05-02T19:05:07"),
        ("2024-05-02", "2024-05-02"),
        ("20240502T190507Z", "2024-05-02T19:05:07+00:00"),
        ("20240502", "2024-05-02"),
        ("1714676707", "2024-05-02T19:05:07+00:00"),
        ("1714676707000", "2024-05-02T19:05:07+00:00"),
        ("Thu, 02 May 2024 19:05:07 GMT", "2024-05-02T19:05:07+00:00"),
        ("Feb. 28, 2024, 7:05 p.m. EST", "2024-02-28T19:05:00-05:00"),
        ("February 28th, 2024 at 12:05 a.m.", "2024-02-28T00:05:00"),
        ("28 February 2024 19.05 GMT", "2024-02-28T19:05:00+00:00"),
        ("2 May 2024 18:30 IST", "2024-05-02T18:30:00"),
        ("2 May 2024 18:30 BST", "2024-05-02T18:30:00+01:00"),
        ("May 2, 2024 5 PM ET", "2024-05-02T17:00:00-04:00"),
        ("January 2, 2024 5 PM ET", "2024-01-02T17:00:00-05:00"),
        ("May 2, 2024, 5:50 p.m. (New York)", "2024-05-02T17:50:00-04:00"),
        ("2 May 2024 10:00 EST by staff", "2024-05-02T10:00:00-05:00"),
        ("2 May 2024 1830 GMT", "2024-05-02T18:30:00+00:00"),
        ("2 May 2024, 2020 of them", "2024-05-02"),
        ("6:30 PM, May 2, 2024 (EDT)", "2024-05-02T18:30:00-04:00"),
        ("2 May 2024 18:30 (GMT+5:30)", "2024-05-02T18:30:00+05:30"),
        ("2024.05.02. 오후 7:45", "2024-05-02T19:45:00"),
        ("2024年5月2日 19:05", "2024-05-02T19:05:00"),
        ("2. Mai 2024 17:23 Uhr", "2024-05-02T17:23:00"),
        ("le 2 août 2024 à 14h52", "2024-08-02T14:52:00"),
        ("2 de mayo de 2024", "2024-05-02"),
        ("02.05.2024 - 17:23", "2024-05-02T17:23:00"),
        ("22/10/2025, 19:25 (GMT+7)", "2025-10-22T19:25:00+07:00"),
        ("10:15 (KST), 3 March 2021", "2021-03-03T10:15:00+09:00"),
        ("02/05/2024", None),  # which is the month, nobody can know
        ("31 February 2024", None),
        ("2024-13-01", None),
        ("25:61, 2 May 2024", "2024-05-02"),
        ("yesterday", None),
        ("", None),
    ],
)
def test_stated_moments_become_iso(stated, iso):
    assert normal(stated) == iso


def test_the_language_settles_the_order_of_day_and_month():
    assert normal("02/05/2024", "en-us") == "2024-02-05"
    assert normal("02/05/2024", "en-gb") == "2024-05-02"
    assert normal("02/05/2024", "fr") == "2024-05-02"


def test_a_line_may_state_two_moments_and_what_they_are():
    line = "입력 2024.05.02 07:45 (KST) 수정 2024.05.02 09:00 (KST)"
    assert [(m.value, m.label) for m in moments(line)] == [
        ("2024-05-02T07:45:00+09:00", "published"),
        ("2024-05-02T09:00:00+09:00", "modified"),
    ]
    (only,) = moments("Updated: May 2, 2024")
    assert (only.value, only.label) == ("2024-05-02", "modified")


def test_a_second_date_is_no_time_of_day():
    assert [m.value for m in moments("05.04.2025 - 06.04.2025")] == ["2025-04-05", "2025-04-06"]


def test_labels():
    assert label_of("First published") == "published"
    assert label_of("UPDATE 4 |") is None
    assert label_of("Last updated") == "modified"


def test_zoned():
    assert zoned("2024-05-02T19:05:00+00:00")
    assert not zoned("2024-05-02T19:05:00")
    assert not zoned("2024-05-02")


@given(st.text(max_size=300))
def test_any_text_is_read_without_error_and_extents_lie_in_it(text):
    for moment in moments(text):
        assert 0 <= moment.start < moment.end <= len(text)


@given(st.datetimes(), st.sampled_from(["", "Z", "+05:30", "-0800"]))
def test_iso_moments_keep_day_and_clock(at, zone):
    stated = at.replace(microsecond=0).isoformat() + zone
    assert (normal(stated) or "")[:19] == stated[:19]


def test_a_long_run_of_figures_is_read_in_time():
    begun = time.process_time()
    list(moments("2024-1-" * 50_000 + "1:" * 50_000))
    assert time.process_time() - begun < 5
