import pytest

from hearsay.errors import UsageError
from hearsay.settings import SETTINGS, Settings


def test_nothing_said_gives_the_defaults():
    assert Settings.from_environment({}) == Settings()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.name)
def test_each_setting_is_read_from_its_variable(setting):
    settings = Settings.from_environment({"HEARSAY_" + setting.name.upper(): "7"})
    assert getattr(settings, setting.name) == ("7" if isinstance(setting.default, str) else 7)


def test_a_number_that_is_none_is_named():
    with pytest.raises(UsageError, match="HEARSAY_THREADS is 'many'"):
        Settings.from_environment({"HEARSAY_THREADS": "many"})


def test_the_record_lies_in_the_users_data_folder():
    assert Settings().record_path({"XDG_DATA_HOME": "/d"}) == "/d/hearsay/hearsay.db"
    assert Settings(record="x.db").record_path({}) == "x.db"
