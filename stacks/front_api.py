"""The API's door: its address, its speed limit and its log; the Api stack hangs the routes on it."""

import json

from aws_cdk import Duration, Stack
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_logs as logs
from constructs import Construct

from stacks.alarm import ring
from stacks.log_group import log_group
from stacks.metrics import START_FAILURES, STARTS, namespace
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
# A route of its own, because the log tells routes apart and not paths, which hold ids.
TALKS = "/api/sessions"
# Of all requests, in five minutes: a lone one is retried by the page.
MANY_FAILURES = 10


class FrontApi(Construct):
    def __init__(self, scope: Construct, name: str, stage: Stage) -> None:
        super().__init__(scope, name)
        log = log_group(self, "AccessLog", stage)
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
                destination_arn=log.log_group_arn, format=json.dumps(ACCESS_LOG)
            ),
        )

        _count_starts(self, stage, log)
        ring(
            self,
            "RequestsFail",
            self.http_api.metric_server_error(statistic="Sum", period=Duration.minutes(5)),
            at_least=MANY_FAILURES,
            entry="requests-fail",
            means=f"{MANY_FAILURES} requests or more failed in five minutes, by our fault.",
        )

    @property
    def host_name(self) -> str:
        stack = Stack.of(self)
        return f"{self.http_api.api_id}.execute-api.{stack.region}.{stack.url_suffix}"


def _count_starts(scope: Construct, stage: Stage, log: logs.ILogGroup) -> None:
    """At the door, not in the function: one that was killed, throttled or too slow counts nothing of itself."""
    asked = logs.FilterPattern.string_value("$.route", "=", f"POST {TALKS}")
    started, failed = (logs.FilterPattern.string_value("$.status", "=", status) for status in ("2*", "5*"))
    # What is refused for its caller's own fault is no start: a flood of those would hide who failed by ours.
    counted = {STARTS: logs.FilterPattern.any(started, failed), START_FAILURES: failed}
    for metric, outcome in counted.items():
        logs.MetricFilter(
            scope,
            metric,
            log_group=log,
            filter_pattern=logs.FilterPattern.all(asked, outcome),
            metric_namespace=namespace(stage.name),
            metric_name=metric,
            default_value=0,
        )
