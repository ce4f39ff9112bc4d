"""The functions behind the front door, which route leads to which, and what each may do."""

from collections.abc import Mapping

from aws_cdk import CfnOutput, Duration, Environment, Stack
from aws_cdk import aws_apigatewayv2 as apigateway
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from stacks.data import DataStack
from stacks.edge_secret import let_know_the_edge
from stacks.front_api import LIVEKIT_WEBHOOK, TALKS
from stacks.identity import IdentityStack
from stacks.livekit_keys import livekit_keys
from stacks.media import MediaStack
from stacks.messaging import SWEEP_TIMEOUT, MessagingStack
from stacks.playback import let_listen
from stacks.python_function import PythonFunctions
from stacks.recording_grants import grant_forgetting
from stacks.routes import Routes
from stacks.secret_access import allow_secret
from stacks.stage import Stage
from stacks.table_access import May, allow_query_by_workspace, allow_table
from stacks.traces import TracesStack
from stacks.web import WebStack
from stacks.work_queue import feed

# API Gateway gives up after 30 seconds; one that runs longer answers nobody.
REQUEST_TIMEOUT = Duration.seconds(29)
AGENT_NAME = "echosphere"
SIGNED_PLAYLISTS = "/api/sessions/{session_id}/playback/{attempt}/{proxy+}"
SHARED_TALKS = "/api/shared/{secret}/playback"
INVITATIONS = "/api/invitations/{secret}"


class ApiStack(Stack):
    def __init__(
        self,
        scope: Construct,
        stage: Stage,
        *,
        identity: IdentityStack,
        data: DataStack,
        media: MediaStack,
        messaging: MessagingStack,
        traces: TracesStack,
        web: WebStack,
    ) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-api", env=Environment(region=stage.region))
        self.livekit_keys = livekit_keys(self, stage)
        self.function_environment = self._environment_of(stage, data, media, messaging)
        functions = PythonFunctions(self, stage, environment=self.function_environment, spans_to=traces.spans_to)
        api = functions.make("api", REQUEST_TIMEOUT)
        token = functions.make("token", REQUEST_TIMEOUT)
        webhook = functions.make("livekit_webhook", REQUEST_TIMEOUT)
        sweep = functions.make("sweep_outbox", SWEEP_TIMEOUT)

        routes = Routes(self, "Routes", http_api_id=web.api.http_api.api_id, pool=identity.pool, client=web.client)
        routes.signed_in("/api/{proxy+}", apigateway.HttpMethod.ANY, api)
        routes.signed_in(TALKS, apigateway.HttpMethod.POST, api)
        routes.signed_in("/api/token", apigateway.HttpMethod.POST, token)
        routes.open_to_all("/api/health", apigateway.HttpMethod.GET, api)
        routes.open_to_all(LIVEKIT_WEBHOOK, apigateway.HttpMethod.POST, webhook)
        routes.open_to_all(SIGNED_PLAYLISTS, apigateway.HttpMethod.GET, api)
        routes.open_to_all(SHARED_TALKS, apigateway.HttpMethod.POST, api)
        routes.open_to_all(INVITATIONS, apigateway.HttpMethod.GET, token)
        routes.open_to_all(f"{INVITATIONS}/passes", apigateway.HttpMethod.POST, token)
        feed(sweep, messaging.sweep_outbox.queue)

        allow_table(api, data.table, May.READ, May.READ_MANY, May.CHECK, May.QUERY, May.CREATE, May.UPDATE, May.DELETE)
        allow_query_by_workspace(api, data.table)
        allow_table(token, data.table, May.READ, May.QUERY, May.CREATE, May.UPDATE)
        allow_table(webhook, data.table, May.READ, May.QUERY, May.CREATE, May.UPDATE, May.DELETE)
        allow_table(sweep, data.table, May.QUERY, May.DELETE)
        for publisher in (api, webhook, sweep):
            messaging.bus.grant_put_events_to(publisher)
        for caller_of_livekit in (api, token, webhook):
            allow_secret(caller_of_livekit, self.livekit_keys)
        grant_forgetting(api, media=media)
        let_listen(api, web=web, media=media)
        for caller_of_recorders in (api, webhook):
            allow_secret(caller_of_recorders, media.recorder_key)
        _tell(api, {**_told_to_the_api(stage), **_limits(stage)})
        _tell(token, _limits(stage))
        for open_to_all in (api, token):
            let_know_the_edge(open_to_all, web.edge_secret)
        CfnOutput(self, "LiveKitSecretArn", value=self.livekit_keys.secret_arn)

    def _environment_of(
        self, stage: Stage, data: DataStack, media: MediaStack, messaging: MessagingStack
    ) -> dict[str, str]:
        endpoint = {"RECORDING_ENDPOINT": stage.recording_endpoint} if stage.recording_endpoint else {}
        return {
            **endpoint,
            "RAW_BUCKET": media.raw_bucket.bucket_name,
            "MEDIA_BUCKET": media.media_bucket.bucket_name,
            "RECORDER_SECRET_ARN": media.recorder_key.secret_arn,
            "TABLE_NAME": data.table.table_name,
            "BUS_NAME": messaging.bus.event_bus_name,
            "LIVEKIT_URL": stage.livekit_url,
            "LIVEKIT_API_URL": stage.livekit_api_url,
            "LIVEKIT_SECRET_ARN": self.livekit_keys.secret_arn,
            "RECORDERS": str(stage.recorders),
            "HOSTED": stage.hosted,
            "AGENT_NAME": AGENT_NAME,
        }


def _told_to_the_api(stage: Stage) -> dict[str, str]:
    return {
        "RECORDING_CONSENT": stage.recording_consent,
        "RECORDING_NOTICE_COUNTRIES": ",".join(stage.recording_notice_countries),
        **stage.judge_names,
    }


def _limits(stage: Stage) -> dict[str, str]:
    return {
        "MOST_WRITES": str(stage.most_writes),
        "MOST_READS": str(stage.most_reads),
        "MOST_VISITS": str(stage.most_visits),
    }


def _tell(function: lambda_.Function, told: Mapping[str, str]) -> None:
    for name, value in told.items():
        function.add_environment(name, value)
