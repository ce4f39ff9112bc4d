"""Routes of the front door's API, in the stack of the functions that answer them."""

from aws_cdk import Stack
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_apigatewayv2_authorizers as authorizers
from aws_cdk import aws_apigatewayv2_integrations as integrations
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from stacks.findings import accept

# Only an access token carries scopes, so asking for one refuses an id token, which is for the page's eyes alone.
ACCESS_TOKEN_SCOPES = ["openid"]


class Routes(Construct):
    """The API is named by its id: made from the construct, a route would land in the Web stack and close a circle."""

    def __init__(
        self, scope: Construct, name: str, *, http_api_id: str, pool: cognito.IUserPool, client: cognito.IUserPoolClient
    ) -> None:
        super().__init__(scope, name)
        self._http_api = apigateway.HttpApi.from_http_api_attributes(self, "Api", http_api_id=http_api_id)
        self._signed_in = authorizers.HttpJwtAuthorizer(
            "SignedIn",
            f"https://cognito-idp.{Stack.of(self).region}.amazonaws.com/{pool.user_pool_id}",
            jwt_audience=[client.user_pool_client_id],
        )

    def signed_in(self, path: str, method: apigateway.HttpMethod, function: lambda_.Function) -> None:
        apigateway.HttpRoute(
            self,
            f"{method.name} {path.replace('/', ' ')}",
            http_api=self._http_api,
            route_key=apigateway.HttpRouteKey.with_(path, method),
            integration=_integration(function),
            authorizer=self._signed_in,
            authorization_scopes=ACCESS_TOKEN_SCOPES,
        )

    def open_to_all(self, path: str, method: apigateway.HttpMethod, function: lambda_.Function) -> None:
        """Health, and what proves itself: signed webhooks, signed playlists, and secrets of links."""
        route = apigateway.HttpRoute(
            self,
            f"{method.name} {path.replace('/', ' ')}",
            http_api=self._http_api,
            route_key=apigateway.HttpRouteKey.with_(path, method),
            integration=_integration(function),
            authorizer=apigateway.HttpNoneAuthorizer(),
        )
        accept(
            route,
            {"APIG4": "health says nothing, and the function verifies LiveKit's signature, ours, or a link's secret"},
        )


def _integration(function: lambda_.Function) -> integrations.HttpLambdaIntegration:
    return integrations.HttpLambdaIntegration(
        "Function", function, payload_format_version=apigateway.PayloadFormatVersion.VERSION_2_0
    )
