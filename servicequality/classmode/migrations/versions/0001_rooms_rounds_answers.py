"""Rooms, rounds, answers, and judgements of texts

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "class_room",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("salt", sa.LargeBinary(32), nullable=False),
        sa.Column("promise", sa.String(16), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_class_room"),
        sa.UniqueConstraint("code", name="uq_class_room_code"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "class_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=False),
        sa.Column("closed", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_class_round"),
        sa.ForeignKeyConstraint(
            ["room"], ["class_room.id"], name="fk_class_round_room", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("room", "subject", "number", name="uq_class_round_room_subject_number"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_class_round_open",
        "class_round",
        ["room", "subject"],
        unique=True,
        sqlite_where=sa.text("closed IS NULL"),
        postgresql_where=sa.text("closed IS NULL"),
    )
    op.create_table(
        "class_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("client", sa.String(64), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("entered", sa.Text(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_class_answer"),
        sa.ForeignKeyConstraint(
            ["round"], ["class_round.id"], name="fk_class_answer_round", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("round", "client", name="uq_class_answer_round_client"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "class_judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("entry", sa.String(300), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_class_judgement"),
        sa.ForeignKeyConstraint(
            ["answer"], ["class_answer.id"], name="fk_class_judgement_answer", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("answer", "entry", name="uq_class_judgement_answer_entry"),
    )


def downgrade() -> None:
    for table in ("class_judgement", "class_answer", "class_round", "class_room"):
        op.drop_table(table)
