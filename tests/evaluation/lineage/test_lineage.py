import pytest

from hearsay.evaluation import lineage
from hearsay.evaluation.corpora import AbsentError
from hearsay.evaluation.readings import Product


def test_without_packs_the_suite_is_absent(tmp_path):
    with pytest.raises(AbsentError):
        lineage.run(tmp_path, Product())
