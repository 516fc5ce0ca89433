import json

import pytest

from hearsay.text.surrogates import whole


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"plain", "plain"),
        (r"caf\u00e9 \ud83d\ude42", "café 🙂"),
        (r"a \ud83d b", "a \ufffd b"),
        (r"\ude42\ud83d", "\ufffd\ufffd"),
    ],
)
def test_halves_that_stand_alone_are_replaced_and_characters_stay(written, text):
    assert whole(json.loads(f'"{written}"')) == text
    whole(json.loads(f'"{written}"')).encode()
