"""What every signer of playback does, the one in memory and the one with CloudFront's keys alike."""

from collections.abc import Callable
from datetime import timedelta

import boto3
import pytest

from echosphere.adapters.cloudfront_signer import CloudFrontSigner
from echosphere.adapters.memory.playback_signer import MemoryPlaybackSigner
from echosphere.adapters.signing_key import SigningKeySecret
from echosphere.domain.identifiers import new_id
from echosphere.ports import PlaybackSigner
from tests.examples import NINE_O_CLOCK

pytestmark = pytest.mark.contract
TEN_O_CLOCK = NINE_O_CLOCK + timedelta(hours=1)
type Make = Callable[[], PlaybackSigner]


@pytest.fixture(params=["memory", "cloudfront"])
def make_signer(request: pytest.FixtureRequest) -> Make:
    """Each call gives one with a key of its own."""
    if request.param == "memory":
        return MemoryPlaybackSigner
    request.getfixturevalue("aws")
    return _cloudfront_signer


def _cloudfront_signer() -> PlaybackSigner:
    client = boto3.client("secretsmanager")
    arn = client.create_secret(Name=new_id(), SecretString="random, as the stack makes it")["ARN"]
    secret = SigningKeySecret(client, arn)
    secret.make_once()
    return CloudFrontSigner(origin="https://page.test", key_id="K1", read_key=secret.read)


@pytest.fixture
def signer(make_signer: Make) -> PlaybackSigner:
    return make_signer()


def test_an_access_opens_its_session_until_its_end(signer: PlaybackSigner) -> None:
    access = signer.sign("session-1", until=TEN_O_CLOCK)

    assert access.expires_at == TEN_O_CLOCK
    assert signer.allows("session-1", dict(access.parameters), at=TEN_O_CLOCK - timedelta(seconds=1))
    assert not signer.allows("session-1", dict(access.parameters), at=TEN_O_CLOCK)


def test_an_access_opens_no_other_session(signer: PlaybackSigner) -> None:
    access = signer.sign("session-1", until=TEN_O_CLOCK)

    assert not signer.allows("session-10", dict(access.parameters), at=NINE_O_CLOCK)
    assert not signer.allows("session-", dict(access.parameters), at=NINE_O_CLOCK)


def test_what_another_key_signed_opens_nothing(make_signer: Make) -> None:
    access = make_signer().sign("session-1", until=TEN_O_CLOCK)

    assert not make_signer().allows("session-1", dict(access.parameters), at=NINE_O_CLOCK)


@pytest.mark.parametrize("name", ["Policy", "Signature", "Key-Pair-Id"])
def test_an_access_with_a_part_missing_opens_nothing(signer: PlaybackSigner, name: str) -> None:
    parameters = dict(signer.sign("session-1", until=TEN_O_CLOCK).parameters)

    assert not signer.allows("session-1", {key: it for key, it in parameters.items() if key != name}, at=NINE_O_CLOCK)


@pytest.mark.parametrize("name", ["Policy", "Signature"])
@pytest.mark.parametrize("other", ["", "!", "0", "é", "W10_"])
def test_an_altered_access_opens_nothing(signer: PlaybackSigner, name: str, other: str) -> None:
    parameters = dict(signer.sign("session-1", until=TEN_O_CLOCK).parameters)

    assert not signer.allows("session-1", {**parameters, name: other}, at=NINE_O_CLOCK)


def test_a_later_end_needs_a_new_signature(signer: PlaybackSigner) -> None:
    early = dict(signer.sign("session-1", until=NINE_O_CLOCK).parameters)
    late = dict(signer.sign("session-1", until=TEN_O_CLOCK).parameters)

    assert not signer.allows("session-1", {**early, "Policy": late["Policy"]}, at=NINE_O_CLOCK)


def test_an_access_is_written_with_what_needs_no_escape_in_an_address(signer: PlaybackSigner) -> None:
    for name, value in signer.sign("session-1", until=TEN_O_CLOCK).parameters:
        assert all(character.isalnum() or character in "-_~" for character in name + value)
