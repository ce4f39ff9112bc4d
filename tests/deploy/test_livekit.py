"""There is a LiveKit where the stage says, and its keys can be those that it knows."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx2
import pytest

from deploy.finding import Verdict
from deploy.preflight.livekit import addresses, pair, reach
from tests.deploy.account import Account
from tests.deploy.stages import a_stage, only

pytestmark = pytest.mark.deploy
ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:LiveKitKeys-AbCdEf"
FIRST, SECOND = "1" * 32, "2" * 32
CLOUD = a_stage(livekit_url="wss://us.livekit.cloud", livekit_api_url="https://us.livekit.cloud")


def answering(status: int) -> list[str]:
    return [str(one.verdict) for one in addresses(a_stage(), lambda _: status)]


def test_browsers_and_backends_address_are_both_asked_over_https() -> None:
    asked: list[str] = []
    stage = a_stage(livekit_api_url="https://inside.example.org")

    told = list(addresses(stage, lambda url: asked.append(url) or 200))  # type: ignore[func-returns-value]  # then 200

    assert asked == ["https://live.example.org", "https://inside.example.org"]
    assert {one.verdict for one in told} == {Verdict.OK}


def test_whatever_it_says_of_a_bare_request_it_is_there() -> None:
    assert answering(404) == ["ok", "ok"]
    assert answering(502) == ["wrong", "wrong"]


def test_an_address_where_nobody_answers_is_wrong() -> None:
    def nobody(_: str) -> int:
        raise httpx2.ConnectError("no such name")

    assert [one.verdict for one in addresses(a_stage(), nobody)] == [Verdict.WRONG, Verdict.WRONG]


def test_placeholders_are_wrong_and_nobody_is_asked() -> None:
    stage = a_stage(livekit_url="wss://livekit.example.com", livekit_api_url="https://livekit.example.com")

    told = only(addresses(stage, lambda _: pytest.fail("a placeholder was asked")))

    assert told.verdict is Verdict.WRONG and "placeholders" in told.says


def test_an_address_without_tls_is_wrong() -> None:
    plain = a_stage(livekit_url="ws://live.example.org", livekit_api_url="http://live.example.org")

    assert [one.verdict for one in addresses(plain, lambda _: 200)] == [Verdict.WRONG, Verdict.WRONG]


def test_before_the_first_deploy_there_is_no_pair_to_be_wrong() -> None:
    account = Account().refuses("cloudformation", "describe_stacks", "ValidationError")

    assert only(pair(CLOUD, account)).verdict is Verdict.OK


@pytest.mark.parametrize(
    ("versions", "verdict"),
    [({FIRST: ["AWSCURRENT"]}, Verdict.WRONG), ({FIRST: ["AWSPREVIOUS"], SECOND: ["AWSCURRENT"]}, Verdict.OK)],
)
def test_livekit_cloud_never_takes_the_pair_that_the_deploy_made(
    versions: dict[str, list[str]], verdict: Verdict
) -> None:
    outputs = {"Outputs": [{"OutputKey": "LiveKitSecretArn", "OutputValue": ARN}]}
    stack = {"StackName": "echosphere-dev-api", "CreationTime": "2026-01-01", "StackStatus": "CREATE_COMPLETE"}
    account = Account().answers(
        "cloudformation", "describe_stacks", {"Stacks": [{**stack, **outputs}]}, StackName="echosphere-dev-api"
    )
    account.answers("secretsmanager", "describe_secret", {"VersionIdsToStages": versions}, SecretId=ARN)

    told = only(pair(CLOUD, account))

    assert told.verdict is verdict and (ARN in told.says) is (verdict is Verdict.WRONG)


def test_a_server_of_ones_own_takes_the_generated_pair() -> None:
    assert list(pair(a_stage(), Account())) == []


@pytest.fixture
def server() -> Iterator[str]:
    class NotHere(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(404)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), NotHere)
    threading.Thread(target=running.serve_forever, args=[0.01], daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


def test_the_status_of_who_answers_is_what_counts(server: str) -> None:
    assert reach(server) == 404
