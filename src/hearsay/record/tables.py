"""The tables of a record. ``docs/record.md`` tells what each column means.

``line.body`` is the truth: the public JSON of one reading. It stands apart from ``reading`` so that search need not
pass over it. What other tables repeat of it is there because search asks for it (the columns of ``reading``,
``statement``, the two full-text indexes); check derives all of it again and compares.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    func,
    literal_column,
    text,
)

from hearsay.record.kinds import Text

metadata = MetaData()

source = Table(
    "source",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
)

version = Table(
    "version",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("report", ForeignKey("report.key"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("source", ForeignKey("source.sha256"), nullable=False),
    Column("kept_at", Text, nullable=False),
    UniqueConstraint("report", "number", name="version_number"),
    UniqueConstraint("report", "source", name="version_source"),
)

reading = Table(
    "reading",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("version", ForeignKey("version.key"), nullable=False),
    Column("report", ForeignKey("report.key"), nullable=False),
    Column("shown", Boolean, nullable=False),
    Column("line_sha256", String(64), nullable=False),
    Column("face_sha256", String(64), nullable=False),
    Column("uri", Text, nullable=False),
    Column("headline", Text),
    Column("outlet", Text),
    Column("outlet_folded", Text),
    Column("published", Text),
    Column("day", Text),
    UniqueConstraint("version", "line_sha256", name="reading_line"),
)
line = Table(
    "line",
    metadata,
    Column("reading", ForeignKey("reading.key"), primary_key=True),
    Column("body", Text, nullable=False),
    Column("proof", LargeBinary, nullable=False),
)

Index("reading_shown", reading.c.report, unique=True, sqlite_where=text("shown"), postgresql_where=text("shown"))
Index("reading_face", reading.c.report, reading.c.face_sha256)
Index("reading_day", reading.c.day)
Index("reading_outlet", reading.c.outlet_folded)

newest = func.coalesce(reading.c.day, literal_column("''"))
"""What readings are listed by, the newest first; those without a day come last."""

Index("reading_newest", newest, reading.c.key)

statement = Table(
    "statement",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("reading", ForeignKey("reading.key"), nullable=False),
    Column("attribution", Text, nullable=False),
    Column("speaker", Text),
    Column("speaker_type", Text),
    Column("stance", Text, nullable=False),
    UniqueConstraint("reading", "attribution", name="statement_attribution"),
)

Index("statement_speaker", statement.c.speaker, statement.c.speaker_type, statement.c.reading)

# What was worked out across reports. All of it can be made again from the readings; nothing else leads back to it.

trace = Table(
    "trace",
    metadata,
    Column("report", ForeignKey("report.key"), primary_key=True),
    Column("reading", ForeignKey("reading.key"), nullable=False),
    Column("features", LargeBinary, nullable=False),
    Column("marks", LargeBinary, nullable=False),
)

mark = Table(
    "mark",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("report", ForeignKey("report.key"), primary_key=True),
    sqlite_with_rowid=False,
)

derivation = Table(
    "derivation",
    metadata,
    Column("report", ForeignKey("report.key"), primary_key=True),
    Column("of", ForeignKey("report.key"), primary_key=True),
    Column("body", Text, nullable=False),
)

link = Table(
    "link",
    metadata,
    Column("report", ForeignKey("report.key"), primary_key=True),
    Column("other", ForeignKey("report.key"), primary_key=True),
    sqlite_with_rowid=False,
)

member = Table(
    "member",
    metadata,
    Column("report", ForeignKey("report.key"), primary_key=True),
    Column("story", ForeignKey("report.key"), nullable=False),
)

story = Table(
    "story",
    metadata,
    Column("key", ForeignKey("report.key"), primary_key=True),
    Column("title", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("last_change", Text),
    Column("moment", Text, nullable=False),
    Column("body", Text),
)

claim = Table(
    "claim",
    metadata,
    Column("story", ForeignKey("story.key"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("revised", Boolean, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

standing = Table(
    "standing",
    metadata,
    Column("statement", ForeignKey("statement.key"), primary_key=True),
    Column("story", ForeignKey("story.key"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", Text, nullable=False),
)

# What was fetched. All of it can be fetched again.

fetched = Table(
    "fetched",
    metadata,
    Column("address", Text, primary_key=True),
    Column("final", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("media_type", Text),
    Column("charset", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("checked", Float, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("body", LargeBinary),
)

# What is watched: when each source and item is due again, how each question stood, what was told, and to whom.

watched_source = Table(
    "watched_source",
    metadata,
    Column("address", Text, primary_key=True),
    Column("due", Float, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("why", Text),
)

watched_item = Table(
    "watched_item",
    metadata,
    Column("source", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("mark", String(64), nullable=False),
    Column("due", Float),
    Column("looked", Integer, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("body", Text, nullable=False),
)

watched_question = Table(
    "watched_question",
    metadata,
    Column("name", Text, primary_key=True),
    Column("asked", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

message = Table(
    "message",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

delivery = Table(
    "delivery",
    metadata,
    Column("message", ForeignKey("message.number"), primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("due", Float),
    Column("tries", Integer, nullable=False),
    Column("why", Text),
)

Index("watched_item_due", watched_item.c.source, watched_item.c.due)
Index("delivery_due", delivery.c.channel, delivery.c.due)
Index("trace_reading", trace.c.reading)
Index("derivation_of", derivation.c.of)
Index("member_story", member.c.story)
Index("story_moment", story.c.moment)
Index("claim_id", claim.c.id)
Index("claim_state", claim.c.state)
Index("standing_story", standing.c.story)
Index("standing_state", standing.c.state)
