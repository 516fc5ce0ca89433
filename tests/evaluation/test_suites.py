import pytest

from hearsay.errors import UsageError
from hearsay.evaluation.corpora import AbsentError, digest, need
from hearsay.evaluation.readings import Product
from hearsay.evaluation.scores import Result
from hearsay.evaluation.suites import SUITES, Absent, _suite, chosen, measure


def test_all_and_names_give_the_order_of_the_table():
    assert chosen(["all"]) == tuple(SUITES)
    assert chosen(["figures", "pages", "figures"]) == ("pages", "figures")


def test_an_unknown_suite_is_refused_by_name():
    with pytest.raises(UsageError, match="no suite 'nonsense'; there are attribution,"):
        chosen(["pages", "nonsense"])


@pytest.mark.parametrize("name", SUITES)
def test_every_suite_says_what_is_absent(name, tmp_path):
    assert callable(_suite(name))
    (got,) = measure([name], tmp_path, Product())
    assert isinstance(got, Absent)
    assert got.suite == name
    assert str(tmp_path) in got.why


@pytest.mark.parametrize("named", [".", "data"])
def test_the_corpora_are_found_from_either_folder(named, tmp_path):
    (tmp_path / "data" / "newsquant").mkdir(parents=True)
    (tmp_path / "data" / "newsquant" / "NewsQuant-dev.json").write_text("[]")
    (got,) = measure(["figures"], tmp_path / named, Product())
    assert isinstance(got, Result)


def test_the_digest_sees_names_and_contents(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("1")
    second.write_text("2")
    before = digest([first, second])
    assert digest([second, first]) == before
    second.write_text("3")
    assert digest([first, second]) != before
    with pytest.raises(AbsentError):
        need(tmp_path / "c")
