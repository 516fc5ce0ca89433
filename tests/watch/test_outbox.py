"""Messages go out once, in order, whoever is down."""

import base64
import hashlib
import hmac
import json
import socketserver
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import feedparser
import pytest

from hearsay.errors import UsageError
from hearsay.pipeline import open_record
from hearsay.record import watching
from hearsay.record.watching import QuestionRow
from hearsay.settings import Settings
from hearsay.watch import webhook
from hearsay.watch.messages import SCHEMA, Message, decode, encode
from hearsay.watch.outbox import Outbox
from hearsay.watch.plan import load
from hearsay.watch.standing import Words

SETTINGS = Settings(fetch_timeout=2, fetch_total=3)
SAID = Words("r1", "http://paper.example/1", 2, 5, 9, "no\x07 <b>", "The Paper", "Ann", "denies")


def message(number):
    return Message(
        SCHEMA, f"key{number}", "q", f"2024-10-25T03:00:0{number}+00:00", "first denial", "s1", "T", "c1",
        f"claim {number}", "repeated", "contested", "Ann denies it.", (SAID,), "https://desk.example/stories/s1",
    )  # fmt: skip


class Receiver:
    """A webhook that answers as it is told, and remembers."""

    def __init__(self):
        self.got, self.answers = [], []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                status, headers = receiver.answers.pop(0) if receiver.answers else (204, {})
                receiver.got.append((status, {k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/hook"

    def heard(self):
        return [json.loads(body)["id"] for status, _, body in self.got if status < 300]


@pytest.fixture
def receiver(monkeypatch):
    monkeypatch.setenv("SECRET", "whsec_" + base64.b64encode(b"secret").decode())
    got = Receiver()
    yield got
    got.server.shutdown()
    got.server.server_close()


@pytest.fixture
def record(place):
    with open_record(place) as got:
        yield got


def outbox(tmp_path, record, clock, words, told=None):
    (tmp_path / "w.toml").write_text(f"[[question]]\nname='q'\nstory='s1'\n{words}")
    return Outbox(record, load(tmp_path / "w.toml"), SETTINGS, clock, (told if told is not None else []).append)


def hook(address):
    return f"[[out.webhook]]\naddress='{address}'\nsecret_from='SECRET'\n"


def tell(record, box, clock, *numbers, revision=1):
    row = QuestionRow("q", "{}", revision, 0, "{}")
    pairs = [(message(number).id, encode(message(number))) for number in numbers]
    return watching.answer(record, row, pairs, box._loaded.plan.channels, clock())


def test_a_webhook_is_signed_and_gets_each_message_once(tmp_path, record, clock, receiver):
    box = outbox(tmp_path, record, clock, hook(receiver.address))
    assert tell(record, box, clock, 1, 2)
    assert (box.send(), box.send()) == (2, 0)
    assert receiver.heard() == ["key1", "key2"]
    _, headers, body = receiver.got[0]
    signed = b".".join((b"key1", str(int(clock())).encode(), body))
    made = base64.b64encode(hmac.new(b"secret", signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{made}"
    assert (headers["webhook-id"], headers["idempotency-key"]) == ("key1", "key1")
    assert decode(body.decode()) == message(1)


def test_a_receiver_that_is_down_loses_nothing_and_gets_all_in_order(tmp_path, record, clock, receiver):
    told = []
    box = outbox(tmp_path, record, clock, hook(receiver.address), told)
    receiver.answers = [(500, {}), (503, {"Retry-After": "100"})]
    tell(record, box, clock, 1, 2)
    assert (box.send(), box.send()) == (0, 0)  # the second is not due, and none overtakes the first
    clock.now += 6
    assert box.send() == 0
    clock.now += 99
    assert box.send() == 0
    assert len(receiver.got) == 2
    assert watching.waiting(record)[0][:2] == (f"webhook {receiver.address}", 2)
    clock.now += 2
    assert box.send() == 2
    assert receiver.heard() == ["key1", "key2"]
    assert watching.waiting(record) == ()
    assert "500 Internal Server Error" in told[0]


def test_nobody_listens(tmp_path, record, clock, receiver, monkeypatch):
    told = []
    box = outbox(tmp_path, record, clock, hook("http://127.0.0.1:9/"), told)
    box2 = outbox(tmp_path, record, clock, hook("http://127.0.0.1:1024/nobody"), told)
    tell(record, box2, clock, 1)
    assert (box.send(), box2.send()) == (0, 0)
    assert "not sent yet" in told[-1]
    monkeypatch.delenv("SECRET")
    clock.now += 10
    assert box2.send() == 0
    assert "the variable SECRET" in told[-1]


def test_two_processes_do_not_send_one_message_both(tmp_path, record, clock, receiver):
    box = outbox(tmp_path, record, clock, hook(receiver.address))
    tell(record, box, clock, 1)
    channel = box._loaded.plan.channels[0]
    assert watching.take(record, channel, clock(), 60).key == "key1"
    assert watching.take(record, channel, clock(), 60) is None
    assert box.send() == 0
    clock.now += 61  # the other was killed: its lease is over
    assert box.send() == 1
    assert receiver.heard() == ["key1"]


def test_one_state_is_told_of_once(tmp_path, record, clock):
    box = outbox(tmp_path, record, clock, hook("http://127.0.0.1:1024/"))
    assert tell(record, box, clock, 1)
    assert not tell(record, box, clock, 2)  # another process was quicker
    assert tell(record, box, clock, 1, 2, revision=2)  # a message that is there is not written again
    assert [row.key for row in watching.messages(record, 9)] == ["key2", "key1"]


def test_a_bad_secret():
    with pytest.raises(UsageError, match="base64"):
        webhook.sign("whsec_???", "a", "1", b"")


def test_feeds_hold_the_messages(tmp_path, record, clock):
    box = outbox(tmp_path, record, clock, "[out]\nrss='f/w.rss'\natom='f/w.atom'\njson='f/w.json'\n")
    tell(record, box, clock, 1, 2)
    box.publish()
    written = (tmp_path / "f/w.rss").stat().st_mtime_ns
    box.publish()
    assert (tmp_path / "f/w.rss").stat().st_mtime_ns == written
    for name in ("w.rss", "w.atom"):
        got = feedparser.parse((tmp_path / "f" / name).read_bytes())
        assert not got.bozo
        assert [one.title for one in got.entries] == [message(n).headline for n in (2, 1)]
        assert got.entries[0].link == message(2).link
        assert "Ann denies it." in got.entries[0].get("summary", "") + str(got.entries[0].get("content"))
    feed = json.loads((tmp_path / "f/w.json").read_bytes())
    assert [one["id"] for one in feed["items"]] == ["key2", "key1"]
    assert feed["items"][0]["_hearsay"]["words"][0]["uri"] == SAID.uri
    assert sorted(path.name for path in (tmp_path / "f").iterdir()) == ["w.atom", "w.json", "w.rss"]


class Post(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as a client needs."""

    letters: list[bytes]
    refuse = False

    def handle(self):
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                letter = b"".join(iter(self.rfile.readline, b".\r\n"))
                if not self.server.refuse:
                    self.server.letters.append(letter)
                self.wfile.write(b"451 later\r\n" if self.server.refuse else b"250 taken\r\n")
            elif verb == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(b"250 fine\r\n")


def test_mail_is_sent_once_whoever_refuses_at_first(tmp_path, record, clock):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Post) as server:
        server.letters, server.refuse = [], True
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        where = f"server='127.0.0.1'\nport={server.server_address[1]}\ntls='none'"
        box = outbox(tmp_path, record, clock, f"[[out.mail]]\nto='a@b.example'\nfrom='c@d.example'\n{where}\n")
        tell(record, box, clock, 1)
        assert box.send() == 0
        server.refuse = False
        clock.now += 6
        assert (box.send(), box.send()) == (1, 0)
        server.shutdown()
    (letter,) = server.letters
    assert b"Message-ID: <key1@hearsay.invalid>" in letter
    assert b"Subject: q: first denial: claim 1" in letter
    assert b"repeated" in letter
