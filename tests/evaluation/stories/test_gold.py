import json

import pytest

from hearsay.evaluation.corpora import AbsentError
from hearsay.evaluation.stories import gold


def test_a_pack_is_loaded_whole(tmp_path):
    pack = tmp_path / "ferry"
    pack.mkdir()
    report = {
        "file": "01.txt", "headline": "H", "authors": ["A B"], "published": None, "dateline": None, "agency": None,
        "outlet": "Sea & Sky",
        "relation": "update", "body_first": "x", "body_last": "y", "not_body": ["z"],
    }  # fmt: skip
    said = {
        "file": "01.txt", "source": None, "cue": None, "content": ["c"], "kind": "direct", "speaker": "S",
        "speaker_type": "person", "via": ["V"], "stance": "asserts", "said_on": None, "within": True,
    }  # fmt: skip
    figure = {"file": "other.txt", "text": "3", "low": 3, "high": 3, "modifier": "exact", "unit": None, "about": None}
    time = {"file": "01.txt", "text": "June", "value": "2024-06", "begin": None, "end": None}
    whole = {"reports": [report], "attributions": [said], "times": [time], "figures": [figure]}
    (pack / "reports").mkdir()
    (pack / "reports" / "01.txt").write_text("By A B\nSEA &amp; SKY\n")
    (pack / "gold.json").write_text(json.dumps(whole), encoding="utf-8")
    (one,) = gold.load(tmp_path)
    assert (one.where, one.original, one.place, one.path) == ("ferry/01.txt", True, None, pack / "reports" / "01.txt")
    assert one.outlet == "Sea & Sky"
    assert (one.statements[0].source, one.statements[0].cue, one.statements[0].within) == ("", "", True)
    assert one.times == (gold.GoldTime("June", "2024-06", None, None),)
    assert one.figures == ()


def test_an_outlet_that_the_page_does_not_name_is_not_asked_for(tmp_path):
    test_a_pack_is_loaded_whole(tmp_path)
    (tmp_path / "ferry" / "reports" / "01.txt").write_bytes(b"\xff By A B\n")
    assert gold.load(tmp_path)[0].outlet is None


def test_an_absent_folder_says_so(tmp_path):
    with pytest.raises(AbsentError, match="is absent"):
        gold.load(tmp_path / "none")
