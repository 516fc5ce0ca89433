from strategies import pair

from hearsay.record.versions import Change, changes


def between(before, after, **fields):
    return changes(pair(before)[0].report, pair(after, **fields)[0].report)


def test_nothing_changed():
    assert between("One.\n\nTwo.", "One.\n\nTwo.") == ()


def test_a_paragraph_changed_added_and_removed():
    assert between("One.\n\nTwo.", "One.\n\nTwo and more.") == (Change("paragraph", "Two.", "Two and more."),)
    assert between("One.\n\nTwo.", "One.\n\nNew.\n\nTwo.") == (Change("paragraph", None, "New."),)
    assert between("One.\n\nTwo.", "Two.") == (Change("paragraph", "One.", None),)


def test_fields_come_first():
    found = between("One.", "Two.", headline="H", published="2024-10-25")
    assert [change.what for change in found] == ["headline", "published", "paragraph"]


def test_in_words():
    assert str(Change("headline", "Old", "New")) == "headline changed: Old → New"
    assert str(Change("paragraph", None, "New")) == "paragraph added: New"
    assert str(Change("paragraph", "Old", None)) == "paragraph removed: Old"
    assert [Change("x", a, b).how for a, b in (("1", "2"), (None, "2"), ("1", None))] == ["changed", "added", "removed"]
