"""The account is asked in the stage's region, and no question waits for long."""

import pytest

from deploy.preflight.aws import AwsAccount
from tests.deploy.account import NOBODY
from tests.unit.stacks.templates import REGION

pytestmark = pytest.mark.deploy


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> AwsAccount:
    for name, value in NOBODY.items():
        monkeypatch.setenv(name.upper(), value)
    return AwsAccount(REGION)


def test_every_call_ends_within_seconds(account: AwsAccount) -> None:
    config = account.client("sts").meta.config

    assert config.retries["total_max_attempts"] * (config.connect_timeout + config.read_timeout) <= 30


def test_it_is_the_stages_region_unless_another_is_named(account: AwsAccount) -> None:
    asked_in = [account.client("acm").meta.region_name, account.client("acm", region="us-east-1").meta.region_name]

    assert asked_in == [REGION, "us-east-1"]
