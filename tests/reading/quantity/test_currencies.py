from hearsay.reading.quantity.currencies import KNOWN, NATION_WORDS


def test_every_code_is_of_three_capitals() -> None:
    codes = {*KNOWN.signs.values(), *KNOWN.dollars.values(), *KNOWN.names.values(), *KNOWN.nations.values()}
    assert {code for code in codes if not (len(code) == 3 and code.isascii() and code.isupper())} == set()


def test_codes_that_are_words_are_no_money() -> None:
    assert not {"all", "try", "top", "cup"} & KNOWN.codes


def test_nations_of_two_words_are_looked_for() -> None:
    assert KNOWN.nations["hong kong"] == "HKD"
    assert NATION_WORDS == 2
