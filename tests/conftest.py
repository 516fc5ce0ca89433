"""What several tests share: where the corpora are, if they are."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url
from sqlalchemy.pool import NullPool

import hearsay
from hearsay.api.desk import Desk
from hearsay.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared"))


class Server:
    """Databases for tests on a real PostgreSQL. A context manager."""

    def __init__(self, address: str) -> None:
        self._url = make_url(address).set(drivername="postgresql+psycopg")
        self._engine = create_engine(self._url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        self._made: list[str] = []

    def database(self, like: str | None = None) -> str:
        """The address of a new database: empty, or as one that was made before."""
        name, template = f"hearsay_{secrets.token_hex(6)}", make_url(like).database if like else "template0"
        self._do(f"CREATE DATABASE {name} TEMPLATE {template}")
        self._made.append(name)
        return self._url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        for name in self._made:
            self._do(f"DROP DATABASE {name} WITH (FORCE)")

    def _do(self, command: str) -> None:
        with self._engine.connect() as connection:
            connection.exec_driver_sql(command)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the corpora, which is not part of the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"the corpora are not at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def server():
    """Makes databases on the PostgreSQL that ``HEARSAY_POSTGRES`` names, and drops them at the end."""
    address = os.environ.get("HEARSAY_POSTGRES")
    if not address:
        pytest.skip("HEARSAY_POSTGRES names no server on which databases may be made")
    with Server(address) as made:
        yield made


@pytest.fixture
def database(server):
    """The address of a new, empty database."""
    return server.database()


@pytest.fixture(params=["file", "server"])
def place(request, tmp_path):
    """Where a new record may be kept: in a file, and on a server."""
    return tmp_path / "r.db" if request.param == "file" else request.getfixturevalue("database")


@pytest.fixture(scope="session")
def demo() -> Path:
    return ROOT / "demo" / "pages"


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A record of the demo's story and pages, read once."""
    where = tmp_path_factory.mktemp("filled") / "record.db"
    with hearsay.open_record(where) as record:
        for folder in ("demo/story/reports", "demo/pages"):
            list(record.take(ROOT / folder, settings=Settings(jobs=1)))
        record.tell(1000)
    return where


@pytest.fixture(scope="session")
def filled_server(filled, server):
    """The same record in a database of a server."""
    address = server.database()
    with hearsay.open_record(filled) as record, hearsay.open_record(address) as copy:
        record.copy(copy)
    return address


@pytest.fixture(params=["file", "server"])
def desk(request, tmp_path):
    """A server's desk with a copy of that record, in a file and on a server, so that a test may add to it."""
    if request.param == "file":
        where = tmp_path / "record.db"
        shutil.copyfile(request.getfixturevalue("filled"), where)
    else:
        where = request.getfixturevalue("server").database(request.getfixturevalue("filled_server"))
    with hearsay.open_record(where) as record:
        yield Desk(record, Settings(jobs=1, serve_token="the-token-of-the-tests"), "the-token-of-the-tests")
