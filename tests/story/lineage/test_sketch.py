from hearsay.story.lineage.sketch import sketch


def shared(a, b):
    return set(sketch(a.report).bands) & set(sketch(b.report).bands)


def test_one_paragraph_of_many_is_enough(make, fire, wire):
    rest = tuple(
        f"Line {at} of another text on the price of {at + 40} plums in the town of Lom, Ana Kral said."
        for at in range(9)
    )
    assert shared(wire, make("b", (*rest, fire[3])))


def test_turns_of_the_trade_are_none(make):
    first = make("a", ("A guard at the Lom quarry, who asked not to be named, said that it was closed.",))
    second = make("b", ("A minister in Oslo, who asked not to be named, said that it was a good plan.",))
    assert not shared(first, second)


def test_a_retelling_shares_facts(wire, retold):
    assert shared(wire, retold)


def test_numbers_are_few_whole_and_always_the_same(wire):
    bands = sketch(wire.report).bands
    assert bands == sketch(wire.report).bands
    assert len(bands) <= 56
    assert all(0 <= band < 2**63 for band in bands)


def test_nothing_has_no_numbers(make):
    assert sketch(make("a", ()).report).bands == ()
    assert sketch(make("b", ("Too short.",)).report).bands == ()
