"""The functions behind the front door, what each may do, and which route leads to which."""

from aws_cdk import CfnOutput, Duration, Environment, Stack
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as event_sources
from constructs import Construct

from stacks.data import DataStack
from stacks.identity import IdentityStack
from stacks.livekit_keys import livekit_keys
from stacks.messaging import SWEEP_TIMEOUT, MessagingStack
from stacks.python_code import own_code, third_party_layer
from stacks.python_function import python_function
from stacks.routes import Routes
from stacks.stage import Stage
from stacks.table_access import TableAction, allow_table
from stacks.web import WebStack

# API Gateway gives up after 30 seconds, so longer would only be paid for.
REQUEST_TIMEOUT = Duration.seconds(29)
AGENT_NAME = "echosphere"


class ApiStack(Stack):
    def __init__(
        self,
        scope: Construct,
        stage: Stage,
        *,
        identity: IdentityStack,
        data: DataStack,
        messaging: MessagingStack,
        web: WebStack,
    ) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-api", env=Environment(region=stage.region))
        self.livekit_keys = livekit_keys(self, stage)
        self._stage, self._data, self._messaging = stage, data, messaging
        self._code, self._layer = own_code(), third_party_layer(self, stage)
        routes = Routes(self, "Routes", http_api_id=web.api.http_api.api_id, pool=identity.pool, client=web.client)
        api = self._function("api", REQUEST_TIMEOUT, *TableAction)
        routes.signed_in("/api/{proxy+}", apigateway.HttpMethod.ANY, api)
        routes.open_to_all("/api/health", apigateway.HttpMethod.GET, api)
        token = self._function("token", REQUEST_TIMEOUT, *TableAction)
        routes.signed_in("/api/token", apigateway.HttpMethod.POST, token)
        webhook = self._function("livekit_webhook", REQUEST_TIMEOUT, *TableAction)
        routes.open_to_all("/api/webhooks/livekit", apigateway.HttpMethod.POST, webhook)
        for function in (api, token, webhook):
            self.livekit_keys.grant_read(function)
        self._sweep_outbox()
        CfnOutput(self, "LiveKitSecretArn", value=self.livekit_keys.secret_arn)

    def _sweep_outbox(self) -> None:
        sweep = self._function(
            "sweep_outbox", SWEEP_TIMEOUT, TableAction.QUERY, TableAction.DELETE, TableAction.DESCRIBE
        )
        sweep.add_event_source(
            event_sources.SqsEventSource(
                self._messaging.sweep_outbox.queue, batch_size=1, report_batch_item_failures=True
            )
        )

    def _function(self, use_case: str, timeout: Duration, *actions: TableAction) -> lambda_.Function:
        function = python_function(
            self,
            use_case,
            self._stage,
            code=self._code,
            layer=self._layer,
            timeout=timeout,
            environment={
                "TABLE_NAME": self._data.table.table_name,
                "BUS_NAME": self._messaging.bus.event_bus_name,
                "LIVEKIT_URL": self._stage.livekit_url,
                "LIVEKIT_API_URL": self._stage.livekit_api_url,
                "LIVEKIT_SECRET_ARN": self.livekit_keys.secret_arn,
                "AGENT_NAME": AGENT_NAME,
            },
        )
        allow_table(function, self._data.table, *actions)
        self._messaging.bus.grant_put_events_to(function)
        return function
