import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from echosphere.adapters.cloudfront_signer import KEPT_FOR_S, CloudFrontSigner
from echosphere.adapters.signing_key import public_half
from local.edge.signed_access import AccessRefused, Viewer, check_access

pytestmark = pytest.mark.unit
ORIGIN, KEY_ID = "https://page.test", "K1"
UNTIL = datetime(2026, 11, 21, 12, 0, 0, 700_000, tzinfo=UTC)


@cache
def key(name: str = "first") -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class SettableSeconds:
    now_s: float = 0.0

    def __call__(self) -> float:
        return self.now_s


def signer() -> CloudFrontSigner:
    return CloudFrontSigner(origin=ORIGIN, key_id=KEY_ID, read_key=key)


def cloudfront_lets_in(path: str, parameters: dict[str, str], *, now_s: float) -> bool:
    """As the edge judges, which follows CloudFront's guide and shares no code with the signer."""
    try:
        check_access(
            Viewer(url=f"{ORIGIN}{path}", ip="192.0.2.7", now_s=now_s), parameters, {KEY_ID: public_half(key())}
        )
    except AccessRefused:
        return False
    return True


def test_cloudfront_lets_the_holder_read_everything_of_the_session_until_the_end() -> None:
    parameters = dict(signer().sign("talk-1", until=UNTIL).parameters)
    end_s = int(UNTIL.timestamp())

    assert cloudfront_lets_in("/media/talk-1/001/master.m3u8", parameters, now_s=end_s - 1)
    assert cloudfront_lets_in("/media/talk-1/001/hls/audio_00001.ts", parameters, now_s=end_s - 1)
    assert not cloudfront_lets_in("/media/talk-1/001/master.m3u8", parameters, now_s=end_s)


@pytest.mark.parametrize("path", ["/media/talk-10/001/master.m3u8", "/media/talk-1", "/raw/talk-1/001.mp4", "/"])
def test_cloudfront_lets_the_holder_read_nothing_else(path: str) -> None:
    parameters = dict(signer().sign("talk-1", until=UNTIL).parameters)

    assert not cloudfront_lets_in(path, parameters, now_s=0)


def test_a_policy_has_no_space_and_an_end_in_whole_seconds() -> None:
    access = signer().sign("talk-1", until=UNTIL)
    policy = base64.b64decode(access.parameters[0][1].translate(str.maketrans("-_~", "+=/")))

    assert b" " not in policy
    assert json.loads(policy)["Statement"] == [
        {
            "Resource": "https://page.test/media/talk-1/*",
            "Condition": {"DateLessThan": {"AWS:EpochTime": int(UNTIL.timestamp())}},
        }
    ]
    assert access.expires_at == UNTIL.replace(microsecond=0)


def test_the_key_is_read_once_and_again_after_five_minutes() -> None:
    reads: list[float] = []
    clock = SettableSeconds(1000.0)

    def read_key() -> rsa.RSAPrivateKey:
        reads.append(clock.now_s)
        return key()

    signing = CloudFrontSigner(origin=ORIGIN, key_id=KEY_ID, read_key=read_key, clock_s=clock)
    for passed_s in (0, KEPT_FOR_S, 1):
        clock.now_s += passed_s
        signing.sign("talk-1", until=UNTIL)

    assert reads == [1000.0, 1000.0 + KEPT_FOR_S + 1]


def test_a_key_never_shows_in_a_log() -> None:
    signing = signer()
    signing.sign("talk-1", until=UNTIL)

    assert "RSA" not in repr(signing)
