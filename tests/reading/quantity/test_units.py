import pytest

from hearsay.reading.quantity import units
from hearsay.reading.timex import tokens


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("40 percent of", "percent"),
        ("40 per cent of", "percent"),
        ("4 percentage points", "percentage points"),
        ("5 euros", "EUR"),
        ("5 Australian dollars", "AUD"),
        ("5 U.S. dollars", "USD"),
        ("5 Hong Kong dollars", "HKD"),
        ("5 Swedish crowns", "SEK"),
        ("5 pesos", "pesos"),
        ("5 €", "EUR"),
        ("5€", "EUR"),
        ("5 SEK", "SEK"),
        ("5 kr", "kr"),
        ("5 sq m", "sq m"),
        ("400-metre ship", "metres"),
        ("8 sports fans", "fans"),
        ("900 troops", "troops"),
        ("65 Boeing 737 MAX 9 jets flew", "jets"),
        ("6 central African countries met", "countries"),
        ("6 other army officers left", "officers"),
        ("6 sea-going tugs", "tugs"),
        ("3,000-strong crowd", "people"),
        ("30-seat bus", "seats"),
        ("912 dead", "people"),
        ("30 cubic metres of", "cubic metres"),
        ("5 of the 20 jets flew", "jets"),
        ("5 of them flew", None),
        ("5 said so", None),
        ("5, dogs", None),
        ("5", None),
    ],
)
def test_what_is_counted(text: str, unit: str | None) -> None:
    found = units.read(tokens.read(text, 0, len(text)).words, 1)
    assert (found.name if found else None) == unit


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("passengers", "people"), ("schoolchildren", "people"), ("jets", "aircraft"), ("vessels", "ships"), ("USD", "USD"),
     ("soldiers", "troops"), ("specimen", "specimen"), (None, None)],
)  # fmt: skip
def test_kinds_of_units(noun: str | None, kind: str | None) -> None:
    assert units.kind(noun) == kind
