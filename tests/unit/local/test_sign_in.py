from collections.abc import Callable

import httpx2
import pytest

from local.sign_in.app import sign_in_app

pytestmark = pytest.mark.unit

Answer = Callable[[httpx2.Request], httpx2.Response]
PAGE = "http://localhost:8080"


class Cloud:
    def __init__(self, answer: Answer = lambda _: httpx2.Response(200, text="page")) -> None:
        self.asked: list[httpx2.Request] = []
        self._answer = answer

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        return self._answer(request)


def sign_in_host(cloud: Cloud) -> httpx2.AsyncClient:
    upstream = httpx2.AsyncClient(transport=httpx2.MockTransport(cloud))
    app = sign_in_app(upstream, address="https://cloud.test")
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://localhost:8090")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/oauth2/authorize?client_id=c&state=%2F"),
        ("POST", "/login"),
        ("POST", "/oauth2/token"),
        ("GET", "/oauth2/userInfo"),
        ("GET", "/logout?client_id=c"),
    ],
)
async def test_the_endpoints_of_a_cognito_domain_reach_the_pool(method: str, path: str) -> None:
    cloud = Cloud()

    assert (await sign_in_host(cloud).request(method, path)).status_code == 200
    assert str(cloud.asked[0].url) == f"https://cloud.test{path}"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/_ministack/reset",
        "/_ministack/health",
        "/2015-03-31/functions",
        "/oauth2/",
        "/oauth2/revoke",
        "/oauth2/../bucket",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_nothing_else_of_the_cloud_is_reached(method: str, path: str) -> None:
    cloud = Cloud()

    assert (await sign_in_host(cloud).request(method, path)).status_code in {404, 405}
    assert not cloud.asked


async def test_the_api_of_the_pool_itself_is_not_reached() -> None:
    cloud = Cloud()
    target = {"x-amz-target": "AWSCognitoIdentityProviderService.AdminCreateUser"}

    await sign_in_host(cloud).post("/oauth2/token", headers=target)

    assert "x-amz-target" not in cloud.asked[0].headers


async def test_a_redirect_is_the_browsers_to_follow() -> None:
    back = f"{PAGE}/callback?code=1"
    answer = await sign_in_host(Cloud(lambda _: httpx2.Response(302, headers={"location": back}))).post("/login")

    assert (answer.status_code, answer.headers["location"]) == (302, back)


async def test_the_page_may_ask_for_tokens_and_for_who_signed_in() -> None:
    asked = {"origin": PAGE, "access-control-request-method": "GET", "access-control-request-headers": "authorization"}

    answer = await sign_in_host(Cloud()).options("/oauth2/userInfo", headers=asked)

    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    # Browsers do not count `*` for this one.
    assert "authorization" in answer.headers["access-control-allow-headers"].lower()


async def test_the_answer_says_once_that_any_page_may_read_it() -> None:
    cloud = Cloud(lambda _: httpx2.Response(200, headers={"access-control-allow-origin": "*"}))

    answer = await sign_in_host(cloud).post("/oauth2/token", headers={"origin": PAGE})

    assert answer.headers.get_list("access-control-allow-origin") == ["*"]


async def test_a_silent_cloud_is_said_plainly() -> None:
    def refuse(_request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("refused")

    assert (await sign_in_host(Cloud(refuse)).get("/logout")).status_code == 502
