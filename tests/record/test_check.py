import sqlite3

import pytest
from strategies import pair

from hearsay.errors import RecordError
from hearsay.record.damage import Damage
from hearsay.record.store import open_record

TEXT = "Mina Okoye said the ferry sank.\n\nThe owner denied that it was old."
R1 = "report r1 version 2"
SAID = (("Mina Okoye", "the ferry sank", "asserts"), ("The owner", "that it was old", "denies"))


@pytest.fixture
def path(tmp_path):
    """A record of two reports, one with two versions, the second of them read twice."""
    with open_record(tmp_path / "r.db") as record:
        record.add(*pair("Early.", said=()))
        record.add(*pair(TEXT, said=SAID, outlet="Tide", made_by="1"))
        record.add(*pair(TEXT, said=SAID, outlet="Tide", made_by="2"))
        record.add(*pair("Another report.", report_id="r2"))
    return tmp_path / "r.db"


def found(path):
    with open_record(path) as record:
        return list(record.check())


def plant(path, *statements):
    with sqlite3.connect(path) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0
    connection.close()


def resealed(path, old, new, reading=3):
    """Change a stored line and make its digest agree, as a careless program would."""
    import hashlib

    with sqlite3.connect(path) as connection:
        (line,) = connection.execute("SELECT body FROM line WHERE reading = ?", (reading,)).fetchone()
        assert old in line
        line = line.replace(old, new, 1)
        connection.execute("UPDATE line SET body = ? WHERE reading = ?", (line, reading))
        digest = hashlib.sha256(line.encode()).hexdigest()
        connection.execute("UPDATE reading SET line_sha256 = ? WHERE key = ?", (digest, reading))
    connection.close()


def test_a_sound_record_has_no_damage(path):
    assert found(path) == []


def test_an_empty_record_has_no_damage(tmp_path):
    assert found(tmp_path / "new.db") == []


def kinds(findings):
    return {(damage.kind, damage.where) for damage in findings}


def test_a_changed_letter_of_the_text(path):
    plant(path, "UPDATE line SET body = replace(body, 'the ferry', 'the fairy') WHERE reading = 3")
    assert kinds(found(path)) >= {
        ("line", R1),
        ("span", R1 + " part.0"),
        ("span", R1 + " a1.content.0"),
        ("index", R1),
        ("index", R1 + " a1"),
    }


def test_a_byte_that_is_no_utf8(path):
    with sqlite3.connect(path) as connection:
        (line,) = connection.execute("SELECT CAST(body AS BLOB) FROM line WHERE reading = 3").fetchone()
        broken = line.replace(b"ferry", b"fer\xf2y", 1)
        connection.execute("UPDATE line SET body = CAST(? AS TEXT) WHERE reading = 3", (broken,))
    connection.close()
    assert ("line", R1) in kinds(found(path))
    with open_record(path) as record, pytest.raises(RecordError):
        record.report("r1")


def test_a_shifted_span_is_named(path):
    resealed(path, '"content":[{"start":16,', '"content":[{"start":15,')
    assert Damage("span", R1 + " a1.content.0", "the words at 15..30 are not those quoted") in found(path)


def test_a_span_past_the_text(path):
    resealed(path, '"content":[{"start":16,"end":30}', '"content":[{"start":16,"end":999}')
    assert Damage("span", R1 + " a1.content.0", "16..999 runs past a text of 66") in found(path)


def test_a_part_past_its_source(tmp_path):
    from dataclasses import replace

    from hearsay.model.span import Span

    reading, source = pair("Text.")
    (part,) = reading.report.parts
    broken = replace(reading, report=replace(reading.report, parts=(replace(part, source=Span(0, 99)),)))
    with open_record(tmp_path / "r.db") as record:
        record.add(broken, source)
    assert Damage("span", "report r1 version 1 part.0.source", "runs past the bytes of the source") in found(
        tmp_path / "r.db"
    )


@pytest.mark.parametrize(
    ("old", "new", "where", "why"),
    [
        ('"speaker":"e1"', '"speaker":"e9"', "a1.speaker", "there is no actor e9"),
        ('"via":[]', '"via":["e9"]', "a1.via.0", "there is no actor e9"),
        ('"members":[]', '"members":["e9"]', "e1.member.0", "there is no actor e9"),
        ('"within":null', '"within":"a9"', "a1.within", "there is no other attribution a9"),
        ('"id":"a2"', '"id":"a1"', "a1", "2 records have this id"),
    ],
)
def test_a_dangling_reference(path, old, new, where, why):
    resealed(path, old, new)
    assert Damage("reference", f"{R1} {where}", why) in found(path)


def test_a_reading_under_another_report(path):
    resealed(path, '"id":"r1"', '"id":"r7"')
    assert Damage("reference", R1, "the reading is of report r7") in found(path)


def test_a_missing_actor_row(path):
    plant(path, "UPDATE version SET report = 77 WHERE key = 3")
    assert ("reference", "version row 3") in kinds(found(path))


def test_a_line_that_is_no_json(path):
    plant(path, "UPDATE line SET body = substr(body, 1, 200) WHERE reading = 3")
    assert ("line", R1) in kinds(found(path))


def test_a_line_that_is_gone(path):
    plant(path, "DELETE FROM line WHERE reading = 3")
    assert Damage("line", R1, "the reading has no line") in found(path)


def test_a_flipped_bit_of_a_source(path):
    with sqlite3.connect(path) as connection:
        key, body = connection.execute("SELECT sha256, body FROM source LIMIT 1").fetchone()
        broken = body[:6] + bytes([body[6] ^ 1]) + body[7:]
        connection.execute("UPDATE source SET body = ? WHERE sha256 = ?", (broken, key))
    connection.close()
    (damage,) = found(path)
    assert (damage.kind, damage.where) == ("source", key)


def test_a_source_of_another_size(path):
    plant(path, "UPDATE source SET size = size + 1 WHERE rowid = 1")
    (damage,) = found(path)
    assert damage.kind == "source"
    assert damage.why == "has 6 bytes, not 7"


def test_a_lost_proof(path):
    plant(path, "UPDATE line SET proof = x'' WHERE reading = 3")
    assert [(one.kind, one.where) for one in found(path)] == [("span", R1)]


@pytest.mark.parametrize(
    ("statement", "kind", "where"),
    [
        ("UPDATE reading SET headline = 'X' WHERE key = 3", "row", R1 + " headline"),
        ("UPDATE reading SET outlet_folded = 'X' WHERE key = 3", "row", R1 + " outlet_folded"),
        ("UPDATE reading SET face_sha256 = 'X' WHERE key = 3", "row", R1 + " face_sha256"),
        ("UPDATE statement SET stance = 'X' WHERE reading = 3 AND attribution = 'a1'", "row", R1 + " a1"),
        ("UPDATE statement SET speaker = NULL WHERE reading = 3 AND attribution = 'a2'", "row", R1 + " a2"),
        ("DELETE FROM statement WHERE reading = 3 AND attribution = 'a1'", "row", R1 + " a1"),
        ("UPDATE statement SET attribution = 'a9' WHERE key = 3", "row", R1 + " a9"),
        ("UPDATE version SET number = 3 WHERE number = 2", "version", "report r1"),
        ("UPDATE reading SET shown = 0 WHERE key = 3", "version", "report r1"),
        ("INSERT INTO report (id) VALUES ('ghost')", "version", "report ghost"),
        ("DELETE FROM report_words_docsize WHERE id = 3", "index", R1),
    ],
)  # fmt: skip
def test_a_row_out_of_step(path, statement, kind, where):
    plant(path, statement)
    assert (kind, where) in kinds(found(path))


def test_a_missing_entry_of_the_index(path):
    text = "mina okoye said the ferry sank the owner denied that it was old"
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO report_words (report_words, rowid, text, names) VALUES ('delete', 3, ?, ?)",
            (text, "mina okoye the owner"),
        )
    connection.close()
    assert found(path) == [Damage("index", R1, "the index of its words is out of step with its text")]


def test_an_entry_of_the_index_too_many(path):
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO statement_words (rowid, speaker, content) VALUES (99, 'x', 'y')")
    connection.close()
    assert found(path) == [Damage("index", "statement_words row 99", "belongs to no statement")]


def test_a_page_of_the_file_overwritten(path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(path.read_bytes())
    half = len(data) // 8192 * 4096
    data[half : half + 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    assert "file" in {damage.kind for damage in found(path)}


@pytest.mark.parametrize("kept", [0.25, 0.5, 0.9])
def test_a_truncated_file(path, kept):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    try:
        assert "file" in {damage.kind for damage in found(path)}
    except RecordError as error:
        assert "malformed" in str(error)  # noqa: PT017 - damage may show as it is opened, or as it is checked


def test_damage_in_words():
    assert str(Damage("span", R1 + " a1.cue.0", "is gone")) == "span: report r1 version 2 a1.cue.0: is gone"
