"""What took long is given again for a while, and what did not is not."""

from hearsay.api import lasting


def test_a_long_answer_stands_for_a_while(monkeypatch):
    clock = iter([0.0, 0.0, 2.0, 3.0, 61.9, 62.1, 62.1, 62.2])
    monkeypatch.setattr(lasting.time, "monotonic", lambda: next(clock))
    answers = lasting.Lasting()
    assert answers.get("speakers", lambda: "slow") == "slow"  # took 2 s: stands until 62
    assert answers.get("speakers", lambda: "never asked") == "slow"
    assert answers.get("speakers", lambda: "never asked") == "slow"
    assert answers.get("speakers", lambda: "quick") == "quick"
    assert list(clock) == []


def test_a_quick_answer_is_worked_out_anew():
    answers = lasting.Lasting()
    assert [answers.get("speakers", lambda n=n: n) for n in (1, 2)] == [1, 2]
