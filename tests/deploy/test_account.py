"""Who deploys is said first, and whoever cannot is told in a sentence."""

import pytest
from botocore.exceptions import BotoCoreError, EndpointConnectionError, NoCredentialsError, TokenRetrievalError

from deploy.finding import Verdict
from deploy.preflight.account import identity, region
from tests.deploy.account import Account
from tests.deploy.stages import a_stage, only
from tests.unit.stacks.templates import REGION

pytestmark = pytest.mark.deploy
CALLER = {"Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/ada", "UserId": "AIDA"}


class Unreachable:
    """Fails before any call, as boto3 does without credentials or network."""

    def __init__(self, error: BotoCoreError) -> None:
        self._error = error

    def client(self, service: str, *, region: str | None = None) -> object:
        raise self._error


def test_the_account_and_who_asks_are_told() -> None:
    told = identity(a_stage(), Account().answers("sts", "get_caller_identity", CALLER))

    assert told.verdict is Verdict.OK and "123456789012" in told.says and "user/ada" in told.says


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (NoCredentialsError(), "there are none"),
        (EndpointConnectionError(endpoint_url="https://sts"), "is it a region"),
        (TokenRetrievalError(provider="sso", error_msg="ended"), "TokenRetrievalError"),
    ],
)
def test_whoever_has_no_credentials_is_told_what_to_do(error: BotoCoreError, says: str) -> None:
    told = identity(a_stage(), Unreachable(error))

    assert told.verdict is Verdict.WRONG and says in told.says


def test_keys_that_have_ended_are_refused_with_awss_own_word() -> None:
    told = identity(a_stage(), Account().refuses("sts", "get_caller_identity", "ExpiredToken"))

    assert told.verdict is Verdict.WRONG and "ExpiredToken" in told.says and "aws sso login" in told.says


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        ("ENABLED_BY_DEFAULT", Verdict.OK),
        ("ENABLED", Verdict.OK),
        ("ENABLING", Verdict.WRONG),
        ("DISABLED", Verdict.WRONG),
    ],
)
def test_a_region_that_is_off_is_wrong(status: str, verdict: Verdict) -> None:
    account = Account().answers(
        "account", "get_region_opt_status", {"RegionName": REGION, "RegionOptStatus": status}, RegionName=REGION
    )

    assert only(region(a_stage(), account)).verdict is verdict


def test_a_question_that_may_not_be_asked_is_neither_right_nor_wrong() -> None:
    told = only(region(a_stage(), Account().refuses("account", "get_region_opt_status", "AccessDeniedException")))

    assert told.verdict is Verdict.UNASKED
    assert told.says == "GetRegionOptStatus was answered with AccessDeniedException"
