"""Text as both engines keep and order it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text as Stored
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect
    from sqlalchemy.types import TypeEngine


class Text(TypeDecorator[str]):
    """Text in the order of its code points, whatever the language of a server's database.

    PostgreSQL's text holds no NUL (U+0000), which a page may have: there it is kept as U+0001 twice, and U+0001 as
    U+0001 U+0002, so that the order stays.
    """

    impl = Stored
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of a column."""
        return dialect.type_descriptor(Stored(collation=None if dialect.name == "sqlite" else "C"))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """As it is kept."""
        if value is None or dialect.name == "sqlite" or not ("\0" in value or "\1" in value):
            return value
        return value.replace("\1", "\1\2").replace("\0", "\1\1")

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """As it was given."""
        if value is None or dialect.name == "sqlite" or "\1" not in value:
            return value
        return value.replace("\1\1", "\0").replace("\1\2", "\1")
