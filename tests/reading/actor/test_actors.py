from hearsay.model.span import Span
from hearsay.reading.actor import actors
from hearsay.reading.actor.entity import Entity


def test_actors_are_numbered_in_text_order_and_members_before_their_joint() -> None:
    paris = Entity("France", "government", country="FR", mentions=[Span(9, 14)])
    rome = Entity("Italy", "government", country="IT", mentions=[Span(9, 14)])
    both = Entity("France; Italy", "government", mentions=[Span(9, 23), Span(9, 23)], members=(paris, rome))
    first = Entity("Ann", "person", role="mayor", mentions=[Span(0, 3)])
    ids = actors.number([both, first, first])
    found = actors.record([both, first, first], ids)
    assert [(actor.id, actor.name) for actor in found] == [
        ("e1", "Ann"), ("e2", "France"), ("e3", "Italy"), ("e4", "France; Italy"),
    ]  # fmt: skip
    assert found[3].members == ("e2", "e3")
    assert found[3].mentions == (Span(9, 23),)
    assert found[0].role == "mayor"
