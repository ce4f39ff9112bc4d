from datetime import timedelta
from typing import cast

import httpx2
import pytest
from mypy_boto3_sts import STSClient

from local.fargate.credentials_endpoint import PATH, credentials_app
from local.fargate.role_credentials import RoleCredentials
from tests.unit.local.fargate.memory_sts import MemorySTS

pytestmark = pytest.mark.unit

ROLE = "arn:aws:iam::000000000000:role/agent"


@pytest.fixture
def sts() -> MemorySTS:
    return MemorySTS()


def role_of(sts: MemorySTS) -> RoleCredentials:
    return RoleCredentials(cast("STSClient", sts), ROLE, session_name="agent", now=lambda: sts.now)


def endpoint(sts: MemorySTS) -> httpx2.AsyncClient:
    app = credentials_app(role_of(sts), token="the-token")
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://127.0.0.1:8091")


def test_credentials_are_those_of_the_role(sts: MemorySTS) -> None:
    role_of(sts).current()

    assert sts.asked == [ROLE]


def test_credentials_are_kept_while_they_last(sts: MemorySTS) -> None:
    role = role_of(sts)

    assert role.current() == role.current()


def test_credentials_are_renewed_before_they_end(sts: MemorySTS) -> None:
    role = role_of(sts)
    role.current()

    sts.now += timedelta(minutes=45)

    assert role.current()["AccessKeyId"] == "ASIA2"


async def test_the_task_gets_them_in_the_form_that_the_sdks_read(sts: MemorySTS) -> None:
    answer = await endpoint(sts).get(PATH, headers={"authorization": "the-token"})

    assert answer.json() == {
        "AccessKeyId": "ASIA1",
        "SecretAccessKey": "secret",
        "Token": "token",
        "Expiration": "2026-01-01T01:00:00+00:00",
    }


@pytest.mark.parametrize("headers", [{}, {"authorization": "another"}])
async def test_who_has_not_the_token_gets_none(sts: MemorySTS, headers: dict[str, str]) -> None:
    answer = await endpoint(sts).get(PATH, headers=headers)

    assert answer.status_code == 401
    assert not sts.asked
