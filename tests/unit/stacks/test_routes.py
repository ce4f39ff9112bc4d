"""The doors of the API: which are locked, by what, and what is behind them."""

import pytest

from tests.unit.stacks.templates import Assembly, Properties

pytestmark = pytest.mark.template

SIGNED_PLAYLISTS = "GET /api/sessions/{session_id}/playback/{attempt}/{proxy+}"
SHARED_TALKS = "POST /api/shared/{secret}/playback"
INVITATION = "GET /api/invitations/{secret}"
GUEST_PASSES = "POST /api/invitations/{secret}/passes"
OPEN = {
    "GET /api/health",
    "POST /api/webhooks/livekit",
    SIGNED_PLAYLISTS,
    SHARED_TALKS,
    INVITATION,
    GUEST_PASSES,
}


def routes(assembly: Assembly) -> dict[str, Properties]:
    return {one["RouteKey"]: one for one in assembly["api"].of_type("AWS::ApiGatewayV2::Route").values()}


def test_every_route_but_health_and_what_proves_itself_asks_for_a_token(prod: Assembly) -> None:
    open_to_all = {key for key, route in routes(prod).items() if route["AuthorizationType"] == "NONE"}
    signed_in = {key for key, route in routes(prod).items() if route["AuthorizationType"] == "JWT"}

    assert open_to_all == OPEN
    assert signed_in == {"ANY /api/{proxy+}", "POST /api/sessions", "POST /api/token"} == set(routes(prod)) - OPEN


def test_an_id_token_opens_nothing(prod: Assembly) -> None:
    """It carries no scope, so a route that asks for one refuses it."""
    assert all(route["AuthorizationScopes"] == ["openid"] for key, route in routes(prod).items() if key not in OPEN)


def test_tokens_of_our_pool_for_our_page_are_accepted_and_no_others(prod: Assembly) -> None:
    jwt = prod["api"].only("AWS::ApiGatewayV2::Authorizer")["JwtConfiguration"]
    (issuer, pool) = jwt["Issuer"]["Fn::Join"][1]

    assert issuer == "https://cognito-idp.eu-central-1.amazonaws.com/"
    assert pool["Fn::ImportValue"].startswith("echosphere-prod-identity:ExportsOutputRefPeople")
    assert [client["Fn::ImportValue"].split("Ref")[1][:10] for client in jwt["Audience"]] == ["PageClient"]


def test_every_route_leads_to_the_function_of_its_use_case(prod: Assembly) -> None:
    integrations = prod["api"].of_type("AWS::ApiGatewayV2::Integration")
    functions = prod["api"].of_type("AWS::Lambda::Function")

    def handler(route: Properties) -> str:
        integration = integrations[route["Target"]["Fn::Join"][1][1]["Ref"]]
        assert integration["PayloadFormatVersion"] == "2.0"
        name: str = functions[integration["IntegrationUri"]["Fn::GetAtt"][0]]["Handler"]
        return name

    assert {key: handler(route) for key, route in routes(prod).items()} == {
        "ANY /api/{proxy+}": "lambdas.api.handler.handler",
        "POST /api/sessions": "lambdas.api.handler.handler",
        "GET /api/health": "lambdas.api.handler.handler",
        SIGNED_PLAYLISTS: "lambdas.api.handler.handler",
        SHARED_TALKS: "lambdas.api.handler.handler",
        INVITATION: "lambdas.token.handler.handler",
        GUEST_PASSES: "lambdas.token.handler.handler",
        "POST /api/token": "lambdas.token.handler.handler",
        "POST /api/webhooks/livekit": "lambdas.livekit_webhook.handler.handler",
    }


def test_a_flood_is_throttled(prod: Assembly) -> None:
    settings = prod["web"].only("AWS::ApiGatewayV2::Stage")["DefaultRouteSettings"]

    assert 0 < settings["ThrottlingRateLimit"] <= settings["ThrottlingBurstLimit"] <= 500


def test_the_access_log_says_nothing_of_a_person(prod: Assembly) -> None:
    logged = prod["web"].only("AWS::ApiGatewayV2::Stage")["AccessLogSettings"]["Format"]

    assert "$context.routeKey" in logged
    assert not [
        word
        for word in ("sourceIp", "userAgent", "claims", "context.path", "principalId", "identity")
        if word in logged
    ]
