from hearsay.story.clusters.titles import title


def test_the_headline_that_says_what_the_others_say():
    told = [
        "Live updates",
        "Ferry aground off Bergen, 40 hurt",
        "Bergen ferry aground: what we know",
        "Bergen ferry",
    ]
    assert "Bergen" in title(told)
    assert title(told) != "Live updates"


def test_without_headlines_there_is_no_title():
    assert title([]) == ""
    assert title(["", "  "]) == ""
    assert title(["", "One"]) == "One"
