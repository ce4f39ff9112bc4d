import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from urllib.parse import parse_qsl, urlsplit

import pytest
from botocore.signers import CloudFrontSigner
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from local.edge.signed_access import AccessRefused, Viewer, check_access, signed_parameters, unsigned_url

pytestmark = pytest.mark.unit

ORIGIN, NOW_S, SOON_S = "http://localhost:8080", 1_000_000, 1_000_300
URL = f"{ORIGIN}/media/talk/x.m3u8"


@cache
def private_key(name: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public_pem(name: str) -> str:
    form, kind = serialization.PublicFormat.SubjectPublicKeyInfo, serialization.Encoding.PEM
    return private_key(name).public_key().public_bytes(kind, form).decode()


KEYS = {"K1": public_pem("trusted")}


def sign(name: str) -> Callable[[bytes], bytes]:
    return lambda message: private_key(name).sign(message, padding.PKCS1v15(), hashes.SHA1())  # noqa: S303  # CloudFront's


def signed_url(url: str = URL, *, until_s: int = SOON_S, key: str = "trusted") -> str:
    until = datetime.fromtimestamp(until_s, UTC)
    return str(CloudFrontSigner("K1", sign(key)).generate_presigned_url(url, date_less_than=until))


def cookies(resource: str, **conditions: object) -> dict[str, str]:
    """Of a custom policy that ends soon, as the API sets them for a player."""
    condition = {"DateLessThan": {"AWS:EpochTime": SOON_S}, **conditions}
    policy = json.dumps({"Statement": [{"Resource": resource, "Condition": condition}]}).encode()
    return {
        "CloudFront-Policy": encoded(policy),
        "CloudFront-Signature": encoded(sign("trusted")(policy)),
        "CloudFront-Key-Pair-Id": "K1",
    }


def encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode().translate(str.maketrans("+=/", "-_~"))


def check(asked: str, *, with_cookies: dict[str, str] | None = None, now_s: int = NOW_S, ip: str = "127.0.0.1") -> None:
    parts = urlsplit(asked)
    query = parse_qsl(parts.query)
    viewer = Viewer(url=unsigned_url(f"{ORIGIN}{parts.path}", query), ip=ip, now_s=now_s)
    check_access(viewer, signed_parameters(dict(query), with_cookies or {}), KEYS)


def refused(*args: object, **kwargs: object) -> str:
    with pytest.raises(AccessRefused) as caught:
        check(*args, **kwargs)  # type: ignore[arg-type]  # passed on as given
    return caught.value.code


def test_a_signed_url_opens_its_file() -> None:
    check(signed_url())


def test_a_signed_url_keeps_the_query_of_the_file() -> None:
    check(signed_url(f"{URL}?quality=high"))


def test_without_a_signature_nothing_is_read() -> None:
    assert refused(URL) == "MissingKey"


def test_an_unknown_key_opens_nothing() -> None:
    assert refused(signed_url().replace("Key-Pair-Id=K1", "Key-Pair-Id=K2")) == "InvalidKey"


@pytest.mark.parametrize(
    "asked",
    [
        signed_url(until_s=NOW_S),
        signed_url(key="stranger"),
        signed_url().replace("x.m3u8", "y.m3u8"),
        signed_url().replace(f"Expires={SOON_S}", f"Expires={SOON_S + 1}"),
        signed_url().replace("Signature=", "Signature=!"),
    ],
    ids=["expired", "of another key", "for another file", "with a later end", "not base64"],
)
def test_a_signature_opens_only_what_was_signed(asked: str) -> None:
    assert refused(asked) == "AccessDenied"


def test_cookies_open_every_file_below_their_path() -> None:
    check(f"{ORIGIN}/media/talk/part7.ts", with_cookies=cookies(f"{ORIGIN}/media/talk/*"))


def test_cookies_open_no_other_path() -> None:
    assert refused(f"{ORIGIN}/media/other/a.ts", with_cookies=cookies(f"{ORIGIN}/media/talk/*")) == "AccessDenied"


def test_cookies_end_with_their_policy() -> None:
    held = cookies(f"{ORIGIN}/media/*")

    assert refused(URL, with_cookies=held, now_s=SOON_S) == "AccessDenied"


def test_cookies_may_begin_later() -> None:
    held = cookies(f"{ORIGIN}/media/*", DateGreaterThan={"AWS:EpochTime": NOW_S + 10})

    assert refused(URL, with_cookies=held) == "AccessDenied"
    check(URL, with_cookies=held, now_s=NOW_S + 10)


def test_cookies_may_be_bound_to_an_address() -> None:
    held = cookies(f"{ORIGIN}/media/*", IpAddress={"AWS:SourceIp": "192.0.2.0/24"})

    check(URL, with_cookies=held, ip="192.0.2.7")
    assert refused(URL, with_cookies=held) == "AccessDenied"


def test_a_signature_in_the_address_wins_over_the_cookies() -> None:
    expired = signed_url(until_s=NOW_S)

    assert refused(expired, with_cookies=cookies(f"{ORIGIN}/media/*")) == "AccessDenied"
