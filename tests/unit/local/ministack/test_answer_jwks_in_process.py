import json

import pytest
from ministack.services import apigateway, cognito

from local.ministack.patches import answer_jwks_in_process

pytestmark = pytest.mark.unit

POOL = "ap-northeast-1_Abcdef123"
ISSUER = f"https://cognito-idp.ap-northeast-1.amazonaws.com/{POOL}"


async def test_stock_ministack_asks_for_the_keys_without_tls() -> None:
    url = await apigateway._resolve_jwks_url({"jwtConfiguration": {"issuer": ISSUER}})

    assert url.startswith("http://")


async def test_the_keys_of_a_pool_are_answered_without_a_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apigateway, "_fetch_jwks", no_network)
    monkeypatch.setattr(cognito, "_get_pool_unscoped", {POOL: object()}.get)
    answer_jwks_in_process.apply()

    keys = await apigateway._fetch_jwks(f"http://localhost:4566/{POOL}/.well-known/jwks.json")

    assert keys == json.loads(cognito.well_known_jwks(POOL)[2])


async def test_other_issuers_are_asked_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apigateway, "_fetch_jwks", no_network)
    answer_jwks_in_process.apply()

    with pytest.raises(ConnectionError):
        await apigateway._fetch_jwks("https://accounts.example.com/.well-known/jwks.json")


async def no_network(url: str) -> dict[str, object]:
    raise ConnectionError(url)
