"""Recordings behind the edge: a real distribution with a key group, a real bucket, our own signer, and strangers."""

import ssl
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import httpx2
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from echosphere.adapters.cloudfront_signer import CloudFrontSigner
from echosphere.adapters.signing_key import public_half
from local.edge.api_origin import ApiCaller
from local.edge.app import Edge
from local.edge.read_distribution import read_distribution
from local.edge.refuse_odd_requests import RefuseOddRequests
from local.edge.s3_origin import S3Reader
from local.edge.viewer_functions import ViewerFunctions
from local.installation import Installation
from tests.integration.local.cloud import running_cloud, scratch_installation, session

pytestmark = pytest.mark.integration

ORIGIN, REGION, BUCKET = "http://localhost:8080", "ap-northeast-1", "recordings"
AN_HOUR = timedelta(hours=1)
SEGMENT = bytes(range(256)) * 40
FILES = {
    "media/talk/001/master.m3u8": (b"#EXTM3U\n", "application/vnd.apple.mpegurl"),
    "media/talk/001/hls/audio_00001.ts": (SEGMENT, "video/MP2T"),
    "media/talk/001/hls/init.mp4": (SEGMENT, "video/mp4"),
    "media/talk/001/hls/audio_00001.m4s": (SEGMENT, "video/iso.segment"),
    "media/talk/001/dual.m4a": (SEGMENT, "audio/mp4"),
    "media/talk/001/captions.vtt": (b"WEBVTT\n", "text/vtt; charset=utf-8"),
    "media/talk/001/peaks.json": (b"{}", "application/json"),
    "media/other/001/master.m3u8": (b"#EXTM3U\n", "application/vnd.apple.mpegurl"),
    "index.html": (b"<!doctype html>", "text/html"),
}
SEGMENT_PATH = "/media/talk/001/hls/audio_00001.ts"


@dataclass(frozen=True)
class Keys:
    """`id` is what the distribution calls the public half of `trusted`; nobody knows `strange`."""

    id: str
    trusted: rsa.RSAPrivateKey
    strange: rsa.RSAPrivateKey


@dataclass(frozen=True)
class Served:
    installation: Installation
    distribution_id: str
    keys: Keys


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    installation = scratch_installation(tmp_path_factory.mktemp("media") / "home")
    with running_cloud(installation):
        trusted, strange = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
        _fill_the_bucket(installation)
        key_id, distribution_id = _distribute(installation, public_half(trusted))
        yield Served(installation, distribution_id, Keys(key_id, trusted, strange))


def client(installation: Installation, service: str) -> Any:  # noqa: ANN401  # boto3's, of any service
    where = {"endpoint_url": installation.cloud_url, "verify": str(installation.certificate)}
    return session().client(service, **where)  # type: ignore[call-overload]  # the name is not known before


def _fill_the_bucket(installation: Installation) -> None:
    s3 = client(installation, "s3")
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    for key, (body, content_type) in FILES.items():
        s3.put_object(Bucket=BUCKET, Key=key, Body=body, ContentType=content_type)


def _distribute(installation: Installation, public_key: str) -> tuple[str, str]:
    """The page for everybody, `/media/*` for the key's holders: as the web stack has it."""
    cloudfront = client(installation, "cloudfront")
    key = {"CallerReference": "1", "Name": "key", "EncodedKey": public_key}
    key_id = cloudfront.create_public_key(PublicKeyConfig=key)["PublicKey"]["Id"]
    group = cloudfront.create_key_group(KeyGroupConfig={"Name": "listeners", "Items": [key_id]})["KeyGroup"]["Id"]
    policy = {"CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6"}
    behavior = {"TargetOriginId": "bucket", "ViewerProtocolPolicy": "https-only", **policy}
    closed = {"PathPattern": "/media/*", "TrustedKeyGroups": {"Enabled": True, "Quantity": 1, "Items": [group]}}
    domain = f"{BUCKET}.s3.{REGION}.amazonaws.com"
    origin = {"Id": "bucket", "DomainName": domain, "S3OriginConfig": {"OriginAccessIdentity": ""}}
    config = {
        "CallerReference": "1",
        "Comment": "",
        "Enabled": True,
        "DefaultRootObject": "index.html",
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": behavior,
        "CacheBehaviors": {"Quantity": 1, "Items": [{**behavior, **closed}]},
    }
    return key_id, cloudfront.create_distribution(DistributionConfig=config)["Distribution"]["Id"]


@pytest.fixture
async def browser(served: Served) -> AsyncIterator[httpx2.AsyncClient]:
    """Holds no cookie yet."""
    installation, credentials = served.installation, session().get_credentials()
    assert credentials
    trust = ssl.create_default_context(cafile=str(installation.certificate))
    async with httpx2.AsyncClient(verify=trust, trust_env=False) as upstream:
        edge = Edge(
            distribution=read_distribution(client(installation, "cloudfront"), served.distribution_id),
            origin=ORIGIN,
            functions=cast("ViewerFunctions", None),
            s3=S3Reader(upstream, address=installation.cloud_url, region=REGION, credentials=credentials),
            api=ApiCaller(upstream, address=installation.cloud_url),
        )
        transport = httpx2.ASGITransport(app=RefuseOddRequests(edge))
        async with httpx2.AsyncClient(transport=transport, base_url=ORIGIN) as viewer:
            yield viewer


def signed(
    keys: Keys,
    session_id: str = "talk",
    *,
    key: rsa.RSAPrivateKey | None = None,
    key_id: str | None = None,
    ends_in: timedelta = AN_HOUR,
) -> dict[str, str]:
    signer = CloudFrontSigner(origin=ORIGIN, key_id=key_id or keys.id, read_key=lambda: key or keys.trusted)
    return dict(signer.sign(session_id, until=datetime.now(UTC) + ends_in).parameters)


def cookies(parameters: dict[str, str]) -> dict[str, str]:
    return {"cookie": "; ".join(f"CloudFront-{name}={value}" for name, value in parameters.items())}


def refused(answer: httpx2.Response, code: str) -> bool:
    """With CloudFront's own answer; what a page would look like is never in it."""
    told = answer.text
    return (
        answer.status_code == 403
        and answer.headers["content-type"].startswith("text/xml")
        and f"<Code>{code}</Code>" in told
        and "<!doctype" not in told
    )


async def test_a_stranger_is_told_that_a_key_is_missing(browser: httpx2.AsyncClient) -> None:
    for key in FILES:
        if key.startswith("media/"):
            assert refused(await browser.get(f"/{key}"), "MissingKey")


async def test_the_page_beside_it_stays_open_to_everybody(browser: httpx2.AsyncClient) -> None:
    assert (await browser.get("/")).text == "<!doctype html>"


async def test_the_holder_of_the_cookies_reads_every_file_of_the_talk(
    served: Served, browser: httpx2.AsyncClient
) -> None:
    held = cookies(signed(served.keys))

    for key, (body, content_type) in FILES.items():
        if key.startswith("media/talk/"):
            answer = await browser.get(f"/{key}", headers=held)
            assert (answer.status_code, answer.content) == (200, body)
            assert answer.headers["content-type"] == content_type
            assert answer.headers["accept-ranges"] == "bytes"


async def test_the_same_signature_opens_an_address(served: Served, browser: httpx2.AsyncClient) -> None:
    assert (await browser.get(SEGMENT_PATH, params=signed(served.keys))).content == SEGMENT


async def test_the_signature_of_a_talk_opens_no_other(served: Served, browser: httpx2.AsyncClient) -> None:
    asked = "/media/other/001/master.m3u8"

    assert refused(await browser.get(asked, headers=cookies(signed(served.keys))), "AccessDenied")
    assert refused(await browser.get(asked, params=signed(served.keys, "tal")), "AccessDenied")


async def test_a_signature_ends(served: Served, browser: httpx2.AsyncClient) -> None:
    held = cookies(signed(served.keys, ends_in=-timedelta(seconds=1)))

    assert refused(await browser.get(SEGMENT_PATH, headers=held), "AccessDenied")


async def test_a_policy_that_was_altered_opens_nothing(served: Served, browser: httpx2.AsyncClient) -> None:
    early = signed(served.keys, ends_in=-AN_HOUR)
    late = signed(served.keys, key=served.keys.strange)

    for altered in (
        {**early, "Policy": late["Policy"]},
        {**early, "Policy": "nonsense"},
        {**early, "Signature": "AA__"},
    ):
        assert refused(await browser.get(SEGMENT_PATH, headers=cookies(altered)), "AccessDenied")


async def test_a_key_that_nobody_knows_opens_nothing(served: Served, browser: httpx2.AsyncClient) -> None:
    strange = signed(served.keys, key=served.keys.strange)
    unknown = signed(served.keys, key_id="K0")

    assert refused(await browser.get(SEGMENT_PATH, headers=cookies(strange)), "AccessDenied")
    assert refused(await browser.get(SEGMENT_PATH, headers=cookies(unknown)), "InvalidKey")


async def test_a_file_that_is_missing_is_denied_and_never_the_page(served: Served, browser: httpx2.AsyncClient) -> None:
    held = cookies(signed(served.keys))

    for path in ("/media/talk/001/none.ts", "/media/talk/", "/media/talk/001"):
        assert refused(await browser.get(path, headers=held), "AccessDenied")


async def test_recordings_are_only_read(served: Served, browser: httpx2.AsyncClient) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        answer = await browser.request(method, SEGMENT_PATH, headers=cookies(signed(served.keys)))
        assert refused(answer, "MethodNotAllowed")


@pytest.mark.parametrize(
    ("asked", "given"), [("0-99", (0, 100)), ("10000-", (10000, 10240)), ("-10", (10230, 10240)), ("5-5", (5, 6))]
)
async def test_a_part_of_a_file_comes_with_its_place_in_it(
    served: Served, browser: httpx2.AsyncClient, asked: str, given: tuple[int, int]
) -> None:
    answer = await browser.get(SEGMENT_PATH, headers={**cookies(signed(served.keys)), "range": f"bytes={asked}"})

    first, end = given
    assert (answer.status_code, answer.content) == (206, SEGMENT[first:end])
    assert answer.headers["content-range"] == f"bytes {first}-{end - 1}/{len(SEGMENT)}"
    assert answer.headers["content-length"] == str(end - first)
    assert answer.headers["content-type"] == "video/MP2T"


async def test_a_part_beyond_the_end_cannot_be_given(served: Served, browser: httpx2.AsyncClient) -> None:
    answer = await browser.get(SEGMENT_PATH, headers={**cookies(signed(served.keys)), "range": "bytes=99999-"})

    assert answer.status_code == 416 and answer.headers["content-type"] != "text/html"


async def test_the_head_of_a_file_is_its_answer_without_it(served: Served, browser: httpx2.AsyncClient) -> None:
    answer = await browser.head(SEGMENT_PATH, headers=cookies(signed(served.keys)))

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(SEGMENT)) and answer.headers["content-type"] == "video/MP2T"
    assert (await browser.head(SEGMENT_PATH)).status_code == 403


async def test_a_file_that_the_browser_has_is_not_sent_again(served: Served, browser: httpx2.AsyncClient) -> None:
    held = cookies(signed(served.keys))
    etag = (await browser.get(SEGMENT_PATH, headers=held)).headers["etag"]

    again = await browser.get(SEGMENT_PATH, headers={**held, "if-none-match": etag})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    assert (await browser.get(SEGMENT_PATH, headers={"if-none-match": etag})).status_code == 403


@pytest.mark.parametrize("path", ["/media/talk/../other/001/master.m3u8", "/media/talk/%2e%2e/other/001/master.m3u8"])
async def test_no_way_around_leads_to_another_talk(served: Served, browser: httpx2.AsyncClient, path: str) -> None:
    request = browser.build_request("GET", ORIGIN, headers=cookies(signed(served.keys)))
    request.url = request.url.copy_with(raw_path=path.encode())

    assert (await browser.send(request)).status_code in (400, 403)
