import pytest

from hearsay.errors import UsageError
from hearsay.watch import plan

TOML = """
every = "10m"
[[source]]
address = "https://paper.example/rss"
every = "90s"
[[source]]
address = "inbox"
[[question]]
name = "the recall"
search = "hummus recall"
[out]
atom = "out/watch.atom"
[[out.webhook]]
address = "https://desk.example/hook"
secret_from = "DESK_SECRET"
[[out.mail]]
to = "desk@paper.example"
from = "hearsay@paper.example"
server = "mail.paper.example"
"""
YAML = """
every: 10m
source:
  - address: https://paper.example/rss
    every: 90s
  - address: inbox
question:
  - name: the recall
    search: hummus recall
out:
  atom: out/watch.atom
  webhook: [{address: "https://desk.example/hook", secret_from: DESK_SECRET}]
  mail: [{to: desk@paper.example, from: hearsay@paper.example, server: mail.paper.example}]
"""


def load(tmp_path, words, name="watch.toml"):
    (tmp_path / name).write_text(words)
    return plan.load(tmp_path / name)


def test_toml_and_yaml_say_the_same(tmp_path):
    got = load(tmp_path, TOML)
    assert got.plan == load(tmp_path, YAML, "watch.yml").plan
    assert [got.plan.interval(one) for one in got.plan.source] == [90, 600]
    assert got.plan.question[0].kind == "search"
    assert got.plan.channels == ("webhook https://desk.example/hook", "mail desk@paper.example")
    assert got.path("out/watch.atom") == tmp_path / "out/watch.atom"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("every = ", "Invalid value"),
        ("[[question]]\nname='a'\nserch='b'", "unknown field `serch`"),
        ("every='10m'", "nothing to watch"),
        ("[[question]]\nname='a'", "needs one of story, claim, speaker, search"),
        ("[[question]]\nname='a'\nstory='s1'\nsearch='b'", "needs one of"),
        ("[[question]]\nname='a'\nstory='s'\n[[question]]\nname='a'\nstory='t'", "two questions are called 'a'"),
        ("every='soon'\n[[question]]\nname='a'\nstory='s'", "'soon' is not a length of time"),
        ("every='0s'\n[[question]]\nname='a'\nstory='s'", "'0s' is not a length of time"),
        ("[[question]]\nname='a'\nstory='s'\n[[source]]\naddress='x'\n[[source]]\naddress='x'", "x is there twice"),
    ],
)
def test_a_plan_that_is_none(tmp_path, words, why):
    with pytest.raises(UsageError, match=why) as got:
        load(tmp_path, words)
    assert "watch.toml" in str(got.value)


def test_a_plan_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match="No such file"):
        plan.load(tmp_path / "nothing.toml")


def test_a_secret_is_in_the_environment(monkeypatch):
    monkeypatch.setenv("DESK_SECRET", "s")
    assert plan.secret("DESK_SECRET") == "s"
    monkeypatch.delenv("DESK_SECRET")
    with pytest.raises(UsageError, match="DESK_SECRET"):
        plan.secret("DESK_SECRET")
