import asyncio

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from hearsay.api.guard import POLICY, Guard


async def _echo(request):
    return PlainTextResponse(await request.body() or b"hello")


def guarded(**given):
    app = Starlette(routes=[Route("/", _echo, methods=["GET", "POST"])])
    given = {"hosts": ("testserver",), "most_bytes": 10, "seconds": 5.0} | given
    return TestClient(Guard(app, **given))


def test_every_answer_has_its_policy():
    headers = guarded().get("/").headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"


def test_what_did_not_change_is_not_sent_twice():
    client = guarded()
    tag = client.get("/").headers["etag"]
    again = client.get("/", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", ""])
def test_a_foreign_name_is_not_answered(host):
    assert guarded().get("/", headers={"Host": host}).status_code == 421


def test_a_port_and_a_case_are_no_other_name():
    assert guarded().get("/", headers={"Host": "TestServer:8420"}).status_code == 200


@pytest.mark.parametrize("headers", [{}, {"Content-Length": "-1"}, {"Content-Length": "many"}])
def test_a_body_larger_than_is_taken(headers):
    assert guarded().post("/", content=iter([b"123456", b"78901"]), headers=headers).status_code == 413


def test_a_body_that_does_not_come_is_not_waited_for():
    sent = []

    async def receive():
        await asyncio.sleep(60)

    async def send(message):
        sent.append(message)

    async def waiting(scope, receive, send):
        await receive()

    scope = {"type": "http", "method": "POST", "path": "/", "headers": [(b"host", b"a")], "query_string": b""}
    asyncio.run(Guard(waiting, most_bytes=10, seconds=0.05)(scope, receive, send))
    assert sent[0]["status"] == 408
