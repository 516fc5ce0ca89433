import pytest

from hearsay.web.views import share


def test_links_are_plain_addresses_of_the_places():
    links = share.links("https://h.example/stories/s1?a=1&b=2", "Tom & “Ann”", "https://h.example/p.png")
    assert [one.name.split()[0] for one in links] == ["facebook", "X", "kakao", "naver", "band", "pinterest"]
    for one in links:
        assert "https%3A%2F%2Fh.example%2Fstories%2Fs1%3Fa%3D1%26b%3D2" in one.address
        assert '"' not in one.address


@pytest.mark.parametrize(
    ("uri", "words", "address"),
    [
        ("https://a.example/x#top", "“It rained, twice-over,”", "https://a.example/x#:~:text=It%20rained%2C%20twice%2Dover%2C"),
        ("https://a.example", "one two three four five six seven eight nine ten eleven twelve thirteen",
         "https://a.example#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen"),
        ("javascript:alert(1)", "It rained", None),
        ("demo/a.txt", "It rained", None),
    ],
)  # fmt: skip
def test_an_address_leads_to_the_exact_words(uri, words, address):
    assert share.fragment(uri, words) == address
