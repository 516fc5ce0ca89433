def test_names_words_and_numbers(told):
    kinds = {
        term.word: term.kind for term in told("a", "Dam burst", "The Kestrel dam near Ludlow broke at 14:30.").terms
    }
    assert kinds["kestrel"] == kinds["ludlow"] == "n"
    assert kinds["dam"] == "w"
    assert kinds["30"] == "d"
    assert "the" not in kinds


def test_reports_of_one_week_share_keys_whatever_the_border_of_a_period(told):
    words = "Dam burst at Ludlow", "The Kestrel dam near Ludlow broke, said Priya Anand of the Severn board."
    days = [f"2024-05-{day:02}" for day in range(1, 29)]
    reports = [told(day, *words, day=day) for day in days]
    for one, other in zip(reports, reports[7:], strict=False):
        assert {key for key in one.keys if key[-1].isdigit()} & {key for key in other.keys if key[-1].isdigit()}


def test_a_report_without_a_day_is_found_by_names_alone(told):
    words = "Dam burst at Ludlow", "The Kestrel dam near Ludlow broke, said Priya Anand of the Severn board."
    assert set(told("a", *words).keys) & set(told("b", *words, day=None).keys)


def test_half_a_date_is_no_day(told):
    assert told("a", "Dam burst", "It broke.", day="2024-05").day is None
