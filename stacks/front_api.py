"""The API's door: its address, its speed limit and its log; the Api stack hangs the routes on it."""

import json

from aws_cdk import Stack
from aws_cdk import aws_apigatewayv2 as apigateway
from constructs import Construct

from stacks.log_group import log_group
from stacks.stage import Stage

# For everybody together. One person's own limits are the product's; this one keeps a flood from becoming a bill.
REQUESTS_PER_SECOND = 100
BURST = 200
# Which route, how it went, how long it took: no address, no agent, no path, no claim, so nothing about a person.
ACCESS_LOG = {
    "request_id": "$context.requestId",
    "time": "$context.requestTime",
    "route": "$context.routeKey",
    "status": "$context.status",
    "response_bytes": "$context.responseLength",
    "latency_ms": "$context.responseLatency",
    "integration_ms": "$context.integrationLatency",
    "integration_error": "$context.integrationErrorMessage",
    "authorizer_error": "$context.authorizer.error",
}

# Public: the signature is its only lock.
LIVEKIT_WEBHOOK = "/api/webhooks/livekit"


class FrontApi(Construct):
    def __init__(self, scope: Construct, name: str, stage: Stage) -> None:
        super().__init__(scope, name)
        self.http_api = apigateway.HttpApi(self, "Api", create_default_stage=False)
        apigateway.CfnStage(
            self,
            "Stage",
            api_id=self.http_api.api_id,
            stage_name="$default",
            auto_deploy=True,
            default_route_settings=apigateway.CfnStage.RouteSettingsProperty(
                throttling_rate_limit=REQUESTS_PER_SECOND, throttling_burst_limit=BURST
            ),
            access_log_settings=apigateway.CfnStage.AccessLogSettingsProperty(
                destination_arn=log_group(self, "AccessLog", stage).log_group_arn, format=json.dumps(ACCESS_LOG)
            ),
        )

    @property
    def host_name(self) -> str:
        stack = Stack.of(self)
        return f"{self.http_api.api_id}.execute-api.{stack.region}.{stack.url_suffix}"
