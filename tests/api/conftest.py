import pytest
from starlette.testclient import TestClient

from hearsay.api.app import interface


@pytest.fixture
def client(desk):
    return TestClient(interface(desk), raise_server_exceptions=False)


@pytest.fixture
def bearer(desk):
    return {"Authorization": f"Bearer {desk.token}"}


@pytest.fixture
def biggest(client):
    return max(client.get("/stories").json(), key=lambda one: one["counts"]["reports"])["id"]
