"""The tables of the store. A change here needs a migration in `migrations/versions/`; a test tells.

Moments are milliseconds since 1970 in UTC. Of a student's browser only a digest is kept, made with
a salt of the room: the same browser cannot be recognised from one room to another.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

LONGEST_SUBJECT = 200
LONGEST_ENTRY = 300
# PostgreSQL's whole numbers; to ask it for a larger one is an error.
LARGEST_ID = 2**31 - 1

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# An id is never given again, not even when what had it was deleted: what is still on its way to a
# room that is gone must not come to the next one. PostgreSQL does that by itself; SQLite by
# `sqlite_autoincrement`.

# `promise` is what students were told about their answers: "keep" or "delete".
rooms = Table(
    "class_room",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(16), nullable=False, unique=True),
    Column("salt", LargeBinary(32), nullable=False),
    Column("promise", String(16), nullable=False),
    Column("opened", BigInteger, nullable=False),
    Column("ended", BigInteger),
    sqlite_autoincrement=True,
)

# `number` counts the votes on a subject from 1. `hidden` results are not shown before it is closed.
rounds = Table(
    "class_round",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("room", ForeignKey("class_room.id", ondelete="CASCADE"), nullable=False),
    Column("subject", String(LONGEST_SUBJECT), nullable=False),
    Column("number", Integer, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("opened", BigInteger, nullable=False),
    Column("closed", BigInteger),
    UniqueConstraint("room", "subject", "number"),
    sqlite_autoincrement=True,
)
Index(
    "ix_class_round_open",
    rounds.c.room,
    rounds.c.subject,
    unique=True,
    sqlite_where=text("closed IS NULL"),
    postgresql_where=text("closed IS NULL"),
)

# One row for each student and round: sending again replaces it, under a higher `sequence`.
answers = Table(
    "class_answer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("round", ForeignKey("class_round.id", ondelete="CASCADE"), nullable=False),
    Column("client", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("entered", Text, nullable=False),
    Column("received", BigInteger, nullable=False),
    UniqueConstraint("round", "client"),
    sqlite_autoincrement=True,
)

# Which texts may be shown. A judgement holds for the answer that was read, of this `sequence`.
judgements = Table(
    "class_judgement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("answer", ForeignKey("class_answer.id", ondelete="CASCADE"), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("entry", String(LONGEST_ENTRY), nullable=False),
    Column("shown", Boolean, nullable=False),
    UniqueConstraint("answer", "entry"),
)
