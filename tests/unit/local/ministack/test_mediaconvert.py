import json
from typing import Any

import pytest
from ministack import app
from ministack.core import iam_actions, router

from local.mediaconvert.outcomes import JobFailed
from local.ministack import mediaconvert_roles
from local.ministack.patches import mediaconvert
from tests.unit.local.mediaconvert.examples import create_job

pytestmark = pytest.mark.unit

PATH = "/2017-08-29/jobs"
SIGNED = {"authorization": "AWS4-HMAC-SHA256 Credential=key/20261121/eu-west-1/mediaconvert/aws4_request"}
QUEUE = "arn:aws:mediaconvert:eu-west-1:1:queues/Default"


def action(method: str, path: str) -> object:
    return iam_actions.extract_iam_action("mediaconvert", method, path, SIGNED, b"", {})


def resource(method: str, path: str, body: dict[str, Any] | None = None) -> object:
    written = json.dumps(body or {}).encode()
    return iam_actions.extract_resource_arn("mediaconvert", method, path, SIGNED, written, {}, "eu-west-1", "1")


async def send(method: str, path: str, body: object = None) -> tuple[int, dict[str, Any]]:
    written = json.dumps(body).encode() if body is not None else b""
    status, _headers, answer = await app.SERVICE_HANDLERS["mediaconvert"](method, path, SIGNED, written, {})
    return status, json.loads(answer)


def test_stock_ministack_has_no_mediaconvert() -> None:
    assert "mediaconvert" not in app.SERVICE_HANDLERS
    assert action("POST", PATH) is None


async def test_the_api_is_found_by_what_a_request_is_signed_for() -> None:
    mediaconvert.apply()

    assert router.detect_service("GET", PATH, SIGNED, {}) == "mediaconvert"
    assert await send("GET", PATH) == (200, {"jobs": []})


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("POST", PATH, "mediaconvert:CreateJob"),
        ("GET", f"{PATH}/1-a", "mediaconvert:GetJob"),
        ("DELETE", f"{PATH}/1-a", "mediaconvert:CancelJob"),
    ],
)
def test_each_call_needs_its_own_grant(method: str, path: str, expected: str) -> None:
    mediaconvert.apply()

    assert action(method, path) == expected


def test_a_grant_names_the_queue_for_new_jobs_and_the_job_for_others() -> None:
    mediaconvert.apply()

    assert resource("POST", PATH) == QUEUE
    assert resource("POST", PATH, {"queue": f"{QUEUE}2"}) == f"{QUEUE}2"
    assert resource("GET", f"{PATH}/1-a") == "arn:aws:mediaconvert:eu-west-1:1:jobs/1-a"
    assert resource("GET", PATH) == "*"


async def test_a_refusal_is_an_error_of_the_api() -> None:
    mediaconvert.apply()

    status, answer = await send("POST", PATH, {"role": "arn:aws:iam::1:role/r"})

    assert (status, answer) == (400, {"message": "/: settings is a required property"})


def test_jobs_are_part_of_the_saved_state() -> None:
    mediaconvert.apply()

    assert app._state_map["mediaconvert"] == "mediaconvert"
    assert app._get_module("mediaconvert").get_state() == {"jobs": []}


@pytest.mark.parametrize(
    ("principal", "condition", "trusted"),
    [
        ({"Service": "mediaconvert.amazonaws.com"}, {}, True),
        ({"Service": ["lambda.amazonaws.com", "mediaconvert.amazonaws.com"]}, {}, True),
        ({"Service": "mediaconvert.amazonaws.com"}, {"StringEquals": {"aws:SourceAccount": "1"}}, True),
        ({"Service": "mediaconvert.amazonaws.com"}, {"StringEquals": {"aws:SourceAccount": "2"}}, False),
        ({"Service": "lambda.amazonaws.com"}, {}, False),
        ({"AWS": "arn:aws:iam::1:root"}, {}, False),
    ],
)
def test_a_role_is_taken_if_it_trusts_mediaconvert(
    principal: dict[str, Any], condition: dict[str, Any], trusted: bool
) -> None:
    statement = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": principal, "Condition": condition}
    role = {"AssumeRolePolicyDocument": json.dumps({"Statement": [statement]})}

    assert mediaconvert_roles._trusts_mediaconvert(role, create_job()) is trusted


def test_a_job_with_a_role_that_is_not_there_fails_as_in_aws() -> None:
    with pytest.raises(JobFailed) as failure:
        mediaconvert_roles.client_of_role(create_job(), endpoint="https://127.0.0.1:4566")

    assert failure.value.code == 1433
