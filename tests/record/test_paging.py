import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import UsageError
from hearsay.record.paging import MOST_KEY, ended


@given(st.text(max_size=20), st.integers(0, MOST_KEY))
def test_where_a_page_ended(order, key):
    assert ended(f"{order}/{key}") == (order, key)


@pytest.mark.parametrize("after", ["", "/", "7", "a/", "a/-1", "a/１", "a/1_0", f"a/{MOST_KEY + 1}", "a/" + "9" * 5000])
def test_where_none_ended(after):
    with pytest.raises(UsageError):
        ended(after)
