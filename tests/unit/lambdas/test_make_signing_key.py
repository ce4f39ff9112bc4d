import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.request import Request

import pytest
from botocore.exceptions import EndpointConnectionError
from cryptography.hazmat.primitives.asymmetric import rsa

from echosphere.adapters.signing_key import public_half
from lambdas.make_signing_key import handler as entry
from lambdas.make_signing_key import tell_the_stack
from tests.unit.lambdas.lambda_context import FakeContext

pytestmark = pytest.mark.unit
ADDRESS = "https://stack.test/answer?X-Amz-Signature=s"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class MemorySecret:
    def __init__(self, failure: Exception | None = None) -> None:
        self.asked = 0
        self._failure = failure

    def make_once(self) -> rsa.RSAPrivateKey:
        self.asked += 1
        if self._failure:
            raise self._failure
        return KEY


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """What the stack was sent."""
    sent: list[Request] = []

    @contextmanager
    def send(request: Request, *, timeout: float) -> Iterator[None]:
        sent.append(request)
        yield

    monkeypatch.setattr(tell_the_stack, "urlopen", send)
    return sent


def ask(monkeypatch: pytest.MonkeyPatch, secret: MemorySecret, request_type: str = "Create") -> None:
    event = {
        "RequestType": request_type,
        "RequestId": "request-1",
        "StackId": "stack-1",
        "LogicalResourceId": "Made1",
        "ResponseURL": ADDRESS,
        "ResourceProperties": {"ServiceToken": "function", "SecretArn": "arn"},
    }
    monkeypatch.setattr(entry, "signing_key_secret", lambda _arn: secret)
    entry.handler(event, FakeContext())  # type: ignore[arg-type]  # as much of it as is looked at


def answer(told: list[Request]) -> dict[str, Any]:
    (request,) = told
    assert isinstance(request.data, bytes)
    body: dict[str, Any] = json.loads(request.data)
    return body


@pytest.mark.parametrize("request_type", ["Create", "Update"])
def test_the_stack_learns_the_public_half(
    told: list[Request], monkeypatch: pytest.MonkeyPatch, request_type: str
) -> None:
    ask(monkeypatch, MemorySecret(), request_type)

    assert answer(told) == {
        "Status": "SUCCESS",
        "Reason": "",
        "PhysicalResourceId": "arn",
        "StackId": "stack-1",
        "RequestId": "request-1",
        "LogicalResourceId": "Made1",
        "Data": {"PublicKey": public_half(KEY)},
    }


def test_the_answer_is_put_without_a_type_where_the_stack_waits_for_it(
    told: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address is signed for exactly that."""
    ask(monkeypatch, MemorySecret())

    assert (told[0].method, told[0].full_url, told[0].get_header("Content-type")) == ("PUT", ADDRESS, "")


def test_a_key_that_goes_is_left_to_its_secret(told: list[Request], monkeypatch: pytest.MonkeyPatch) -> None:
    secret = MemorySecret()

    ask(monkeypatch, secret, "Delete")

    assert answer(told)["Status"] == "SUCCESS" and secret.asked == 0


def test_a_failure_is_told_at_once_and_in_no_words_but_ours(
    told: list[Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(monkeypatch, MemorySecret(EndpointConnectionError(endpoint_url="https://secrets.test")))

    assert answer(told)["Status"] == "FAILED"
    assert "make_signing_key" in answer(told)["Reason"] and "secrets.test" not in answer(told)["Reason"]
