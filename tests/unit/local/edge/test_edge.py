"""The whole edge in memory: a distribution, an origin that notes what it is asked, and functions in Python."""

from collections.abc import Callable
from typing import Any, cast

import httpx2
import pytest
from botocore.credentials import Credentials
from mypy_boto3_cloudfront import CloudFrontClient

from local.edge.api_origin import ApiCaller
from local.edge.app import Edge
from local.edge.read_distribution import read_distribution
from local.edge.refuse_odd_requests import RefuseOddRequests
from local.edge.s3_origin import S3Reader
from local.edge.viewer_functions import FunctionFailed, ViewerFunctions
from tests.unit.local.edge.memory_cloudfront import (
    ALL_BUT_HOST,
    MemoryCloudFront,
    api_behavior,
    config,
    items,
    site_behavior,
)

pytestmark = pytest.mark.unit

CLOUD = "https://cloud.test"
ROUTES = {"EventType": "viewer-request", "FunctionARN": "arn:aws:cloudfront::1:function/routes"}

Answer = Callable[[httpx2.Request], httpx2.Response]


def answered(status: int = 200, body: bytes = b"hello", **more: Any) -> httpx2.Response:
    """Unread, as an answer comes from the network."""
    return httpx2.Response(status, stream=httpx2.ByteStream(body), **more)


class PythonFunctions:
    """Stands in for the Node process: the function is given as Python."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self._function = function

    async def call(self, _code: str, event: Any) -> Any:
        return self._function(event)


class Origin:
    def __init__(self, answer: Answer = lambda _: answered()) -> None:
        self.asked: list[httpx2.Request] = []
        self._answer = answer

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        return self._answer(request)


def edge(
    origin: Origin,
    cloudfront: MemoryCloudFront | None = None,
    function: Callable[[Any], Any] = lambda it: it["request"],
) -> httpx2.AsyncClient:
    upstream = httpx2.AsyncClient(transport=httpx2.MockTransport(origin))
    signer = Credentials("operator", "secret")
    app = Edge(
        distribution=read_distribution(cast("CloudFrontClient", cloudfront or MemoryCloudFront()), "E1"),
        origin="http://localhost:8080",
        functions=cast("ViewerFunctions", PythonFunctions(function)),
        s3=S3Reader(upstream, address=CLOUD, region="ap-northeast-1", credentials=signer),
        api=ApiCaller(upstream, address=CLOUD),
    )
    transport = httpx2.ASGITransport(app=RefuseOddRequests(app), client=("192.0.2.7", 5000))
    return httpx2.AsyncClient(transport=transport, base_url="http://localhost:8080")


def with_function() -> MemoryCloudFront:
    behavior = site_behavior(FunctionAssociations=items(ROUTES))
    return MemoryCloudFront(config(DefaultCacheBehavior=behavior), functions={"routes": "code"})


async def test_a_file_is_read_from_the_bucket_with_a_signed_request() -> None:
    origin = Origin()

    answer = await edge(origin).get("/assets/a%20b.js")

    assert answer.text == "hello"
    assert str(origin.asked[0].url) == f"{CLOUD}/site-bucket/assets/a%20b.js"
    assert origin.asked[0].headers["authorization"].startswith("AWS4-HMAC-SHA256 Credential=operator/")


async def test_the_bare_address_is_the_root_object() -> None:
    origin = Origin()

    await edge(origin).get("/")

    assert origin.asked[0].url.path == "/site-bucket/index.html"


async def test_a_missing_file_is_denied_like_one_that_may_not_be_read() -> None:
    answer = await edge(Origin(lambda _: answered(404))).get("/assets/none.js")

    assert answer.status_code == 403
    assert "<Code>AccessDenied</Code>" in answer.text


async def test_a_bucket_is_only_read() -> None:
    origin = Origin()

    assert (await edge(origin).post("/")).status_code == 403
    assert not origin.asked


async def test_neither_cookies_nor_tokens_reach_the_bucket() -> None:
    origin = Origin()

    await edge(origin).get("/a.js", headers={"cookie": "a=b", "range": "bytes=0-3"})

    assert "cookie" not in origin.asked[0].headers
    assert origin.asked[0].headers["range"] == "bytes=0-3"


async def test_s3s_own_names_do_not_reach_the_viewer() -> None:
    headers = {"x-amz-request-id": "1", "etag": '"1"', "cache-control": "no-cache"}

    answer = await edge(Origin(lambda _: answered(headers=headers))).get("/a.js")

    assert "x-amz-request-id" not in answer.headers
    assert answer.headers["etag"] == '"1"' and answer.headers["cache-control"] == "no-cache"


async def test_a_request_of_the_api_arrives_whole() -> None:
    origin = Origin()
    asked = {"authorization": "Bearer t", "idempotency-key": "k", "cookie": "a=b"}

    await edge(origin).post("/api/sessions?limit=2&cursor=a%20b", json={"language": "en-US"}, headers=asked)

    request = origin.asked[0]
    assert request.method == "POST"
    assert request.url.path == "/_aws/execute-api/abcd1234/$default/api/sessions"
    assert dict(request.url.params) == {"limit": "2", "cursor": "a b"}
    assert {name: request.headers[name] for name in asked} == asked
    assert request.read() == b'{"language":"en-US"}'


async def test_the_api_sees_who_asked_and_not_the_edges_host() -> None:
    origin = Origin()

    await edge(origin).get("/api/me", headers={"x-forwarded-for": "203.0.113.9"})

    assert origin.asked[0].headers["x-forwarded-for"] == "203.0.113.9, 192.0.2.7"
    assert origin.asked[0].headers["host"] == "cloud.test"


def with_address() -> MemoryCloudFront:
    """A behaviour that lists the viewer's address, before an origin that is shown a secret."""
    listed = {"HeaderBehavior": "whitelist", "Headers": items("CloudFront-Viewer-Address", "Content-Type")}
    api = {
        "Id": "api",
        "DomainName": "abcd1234.execute-api.ap-northeast-1.amazonaws.com",
        "CustomHeaders": items({"HeaderName": "X-Origin-Verify", "HeaderValue": "a-secret"}),
    }
    site = {"Id": "site", "DomainName": "site-bucket.s3.ap-northeast-1.amazonaws.com"}
    behaviors = items(api_behavior(PathPattern="/api/shared/*", OriginRequestPolicyId="with-address"), api_behavior())
    return MemoryCloudFront(
        config(Origins=items(site, api), CacheBehaviors=behaviors),
        request_policies={"with-address": {"HeadersConfig": listed}, "all-but-host": ALL_BUT_HOST},
    )


FORGED = {"x-origin-verify": "a-guess", "cloudfront-viewer-address": "203.0.113.9:1", "x-forwarded-for": "203.0.113.9"}


async def test_where_a_list_asks_for_it_the_api_is_told_the_viewers_address_and_nobody_elses() -> None:
    origin = Origin()

    await edge(origin, with_address()).post("/api/shared/s/playback", headers=FORGED)

    assert origin.asked[0].headers.get_list("cloudfront-viewer-address") == ["192.0.2.7:5000"]


async def test_every_request_to_the_api_brings_the_edges_own_proof_in_place_of_the_viewers() -> None:
    origin = Origin()

    await edge(origin, with_address()).post("/api/shared/s/playback", headers=FORGED)
    await edge(origin, with_address()).get("/api/me", headers=FORGED)

    assert [one.headers.get_list("x-origin-verify") for one in origin.asked] == [["a-secret"], ["a-secret"]]
    assert "cloudfront-viewer-address" not in origin.asked[1].headers


async def test_an_api_answer_passes_as_it_is() -> None:
    headers = [("set-cookie", "a=1"), ("set-cookie", "b=2"), ("content-type", "application/problem+json")]
    origin = Origin(lambda _: answered(404, b'{"code":"session_not_found"}', headers=headers))

    answer = await edge(origin).get("/api/sessions/1")

    assert answer.status_code == 404
    assert answer.json() == {"code": "session_not_found"}
    assert answer.headers.get_list("set-cookie") == ["a=1", "b=2"]


async def test_the_function_chooses_the_file() -> None:
    origin = Origin()

    def routes(event: Any) -> Any:
        return {**event["request"], "uri": "/index.html"}

    await edge(origin, with_function(), routes).get("/sessions/42")

    assert origin.asked[0].url.path == "/site-bucket/index.html"


async def test_the_function_sees_the_request_as_cloudfront_shows_it() -> None:
    seen: list[Any] = []

    def note(event: Any) -> Any:
        seen.append(event)
        return event["request"]

    await edge(Origin(), with_function(), note).get("/a?x=1&x=2", headers={"cookie": "k=v"})

    (event,) = seen
    assert event["context"]["eventType"] == "viewer-request"
    assert event["viewer"] == {"ip": "192.0.2.7"}
    assert event["request"]["uri"] == "/a"
    assert event["request"]["querystring"]["x"]["multiValue"] == [{"value": "1"}, {"value": "2"}]
    assert event["request"]["cookies"] == {"k": {"value": "v"}}
    assert event["request"]["headers"]["host"] == {"value": "localhost:8080"}


async def test_the_function_may_answer_by_itself() -> None:
    origin = Origin()

    def elsewhere(_event: Any) -> Any:
        return {"statusCode": 302, "headers": {"location": {"value": "/new"}}}

    answer = await edge(origin, with_function(), elsewhere).get("/old")

    assert (answer.status_code, answer.headers["location"]) == (302, "/new")
    assert not origin.asked


async def test_a_function_that_fails_is_a_503() -> None:
    def broken(_event: Any) -> Any:
        raise FunctionFailed("thrown")

    assert (await edge(Origin(), with_function(), broken).get("/")).status_code == 503


async def test_a_behaviour_with_keys_is_closed_to_others() -> None:
    origin = Origin()
    closed = site_behavior(TrustedKeyGroups=items("group"))
    cloudfront = MemoryCloudFront(
        config(DefaultCacheBehavior=closed), key_groups={"group": ["K1"]}, public_keys={"K1": "PEM"}
    )

    answer = await edge(origin, cloudfront).get("/media/x.m3u8")

    assert answer.status_code == 403
    assert "<Code>MissingKey</Code>" in answer.text
    assert not origin.asked


@pytest.mark.parametrize("path", ["/media/%2e%2e/private/a.txt", "/a//b", "/a%00b", "/media%2f..%2fprivate"])
async def test_an_odd_path_reaches_no_origin(path: str) -> None:
    origin = Origin()

    assert (await edge(origin).get(path)).status_code == 400
    assert not origin.asked


@pytest.mark.parametrize(
    ("failure", "status"), [(httpx2.ConnectError("refused"), 502), (httpx2.ReadTimeout("slow"), 504)]
)
async def test_an_origin_that_does_not_answer_is_said_plainly(failure: Exception, status: int) -> None:
    def fail(_request: httpx2.Request) -> httpx2.Response:
        raise failure

    assert (await edge(Origin(fail)).get("/api/health")).status_code == status


async def test_a_header_that_is_no_ascii_reaches_no_origin() -> None:
    origin = Origin()

    answer = await edge(origin).get("/api/me", headers={b"idempotency-key": b"caf\xe9caf\xe9"})

    assert (answer.status_code, origin.asked) == (400, [])
