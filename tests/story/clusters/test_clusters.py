from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.story.clusters.clusters import NEIGHBOURS, clusters, similarity


def test_nothing_makes_no_stories():
    assert clusters([]) == ()


def test_one_hospital_two_years_later(hospital):
    assert clusters(hospital) == ((0, 1, 2), (3, 4, 5))


def test_a_strike_and_a_fire_at_one_hospital_in_one_week(hospital):
    assert clusters([replace(one, day="2024-05-08") for one in hospital]) == ((0, 1, 2), (3, 4, 5))


def test_reports_without_a_day(hospital):
    assert clusters([replace(one, day=None) for one in hospital]) == ((0, 1, 2), (3, 4, 5))


def test_a_copy_is_in_the_story_of_its_source(hospital, told):
    other = told("recipe", "Rhubarb for spring", "Stew the rhubarb with ginger and let it cool.")
    assert similarity(hospital[0], other) < NEIGHBOURS
    assert clusters([*hospital, other]) == ((0, 1, 2), (3, 4, 5), (6,))
    assert clusters([*hospital, other], [(6, 0)]) == ((0, 1, 2, 6), (3, 4, 5))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(order=st.permutations(range(6)))
def test_the_order_of_reports_changes_nothing(hospital, order):
    found = clusters([hospital[at] for at in order])
    assert {frozenset(order[at] for at in group) for group in found} == {frozenset((0, 1, 2)), frozenset((3, 4, 5))}
