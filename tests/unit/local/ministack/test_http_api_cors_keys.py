import pytest
from ministack.services import apigateway

from local.ministack.patches import http_api_cors_keys
from local.ministack.resource_handlers import HANDLERS

pytestmark = pytest.mark.unit

ORIGIN = "http://localhost:8080"


def allowed_origins(stack: str) -> object:
    properties = {"Name": "api", "ProtocolType": "HTTP", "CorsConfiguration": {"AllowOrigins": [ORIGIN]}}
    api_id, _attributes = HANDLERS[http_api_cors_keys.TYPE]["create"]("Api", properties, stack)
    return apigateway._apis[api_id]["corsConfiguration"].get("allowOrigins")


def test_stock_ministack_does_not_find_the_origins_of_a_template() -> None:
    assert allowed_origins("stock") is None


def test_an_http_api_allows_the_origins_of_its_template() -> None:
    http_api_cors_keys.apply()

    assert allowed_origins("patched") == [ORIGIN]


@pytest.mark.parametrize("properties", [{}, {"Name": "api"}])
def test_an_api_without_cors_settings_stays_as_it_is(properties: dict[str, object]) -> None:
    assert http_api_cors_keys._lower_keys(properties) == properties
