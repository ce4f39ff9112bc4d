"""The command that has a range of talks judged again."""

from datetime import UTC, datetime

import pytest

from lambdas.evaluate_session.again import HANDLER, range_of, settings_of

pytestmark = pytest.mark.unit


class Functions:
    """Two stages in one account, and a function that judges nothing."""

    def get_paginator(self, name: str) -> "Functions":
        assert name == "list_functions"
        return self

    def paginate(self) -> list[dict[str, object]]:
        return [
            {
                "Functions": [
                    function(HANDLER, "dev", "table-of-dev"),
                    function("lambdas.api.handler.handler", "prod", "x"),
                ]
            },
            {"Functions": [function(HANDLER, "prod", "table-of-prod")]},
        ]


def function(handler: str, stage: str, table: str) -> dict[str, object]:
    return {"Handler": handler, "Environment": {"Variables": {"STAGE": stage, "TABLE_NAME": table}}}


def test_it_asks_with_the_settings_of_the_stages_own_judge() -> None:
    assert settings_of(Functions(), "prod")["TABLE_NAME"] == "table-of-prod"


def test_a_stage_without_a_judge_is_named() -> None:
    with pytest.raises(SystemExit, match="nobody judges in the stage test"):
        settings_of(Functions(), "test")


def test_a_range_is_of_days_in_utc() -> None:
    wanted = range_of("workspace-1", "2026-11-01", "2026-12-01")

    assert (wanted.since, wanted.until) == (datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="yesterday"):
        range_of("workspace-1", "yesterday", "2026-12-01")
