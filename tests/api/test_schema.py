"""The OpenAPI is true: what it says is what comes, for requests that fit it and for those that do not."""

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

from hearsay.api.app import interface

# Tokens are tried in test_app; a cursor or a moment may fit the schema and still be none that was given out.
EXCLUDED = [ignored_auth, positive_data_acceptance]
SETTINGS = settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
    database=None,
    derandomize=True,
)


def test_what_the_schema_says_is_what_comes(desk):
    schema = schemathesis.openapi.from_asgi("/openapi.json", interface(desk))
    tried = []
    for found in schema.get_all_operations():
        operation = found.ok()
        if operation.path == "/events":  # goes on for minutes
            continue

        @given(case=operation.as_strategy())
        @SETTINGS
        def answers(case):
            case.call_and_validate(excluded_checks=EXCLUDED)

        answers()
        tried.append(operation.path)
    assert len(tried) >= 15
