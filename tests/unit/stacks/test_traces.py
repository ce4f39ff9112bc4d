"""Every function's spans get to whoever the stage names, and no key of theirs stands in a template."""

import json
import re
from typing import Any

import pytest

from lambdas.tracing.span import LINE_KEY
from local.installation import Ports
from stacks.collector_configuration import collector_configuration
from stacks.metrics import AGENT_METRICS
from stacks.stage import Stage
from tests.unit.agent_container.figures.names import names_told
from tests.unit.stacks.templates import Assembly
from tests.unit.stacks.test_agent import collector, container, environment
from tests.unit.stacks.test_functions import functions

pytestmark = pytest.mark.template
# One that told of itself would be told of itself for ever; the other is CloudFormation's, once for each deploy.
TELL_NOTHING = {"forward_spans", "make_signing_key"}


def test_every_log_of_a_function_tells_of_its_spans(prod: Assembly) -> None:
    filters = [one for _, one in prod.of_type("AWS::Logs::SubscriptionFilter")]

    assert len(filters) == len(functions(prod).keys() - TELL_NOTHING)
    assert {one["FilterPattern"] for one in filters} == {f'"{LINE_KEY}"'}
    assert len({json.dumps(one["LogGroupName"]) for one in filters}) == len(filters)
    (receiver,) = {json.dumps(one["DestinationArn"]) for one in filters}
    assert "ForwardSpans" in receiver


def test_only_logs_of_this_account_may_call_it(prod: Assembly) -> None:
    (permission,) = (
        one for _, one in prod.of_type("AWS::Lambda::Permission") if one["Principal"] == "logs.amazonaws.com"
    )

    assert permission["SourceAccount"] == {"Ref": "AWS::AccountId"} and "log-group" in json.dumps(permission)


def test_the_collector_stands_beside_the_agent_and_a_talk_goes_on_without_it(prod: Assembly) -> None:
    told = json.loads(_plain(collector(prod)["Environment"][0]["Value"]))

    assert (
        told["receivers"]["otlp"]["protocols"]["http"]["endpoint"] == f"127.0.0.1:{environment(prod)['COLLECTOR_PORT']}"
    )
    assert told["service"]["pipelines"]["traces"]["exporters"] == ["otlphttp/xray"]
    assert collector(prod)["ReadonlyRootFilesystem"] is True


def test_the_collector_is_stopped_after_the_agent_that_tells_it_of_its_last_spans(prod: Assembly) -> None:
    """ECS stops containers in the reverse order of what they wait for at their start."""
    assert container(prod)["DependsOn"] == [{"ContainerName": "Collector", "Condition": "START"}]


def test_the_laptops_collector_is_where_the_task_looks_for_it(local: Assembly) -> None:
    assert environment(local)["COLLECTOR_PORT"] == str(Ports().collector)
    assert environment(local)["AGENT_METRICS_PORT"] == str(Ports().agent_metrics)
    (forward,) = (one for name, one in functions(local).items() if name == "forward_spans")
    assert forward["Environment"]["Variables"]["OTLP_ENDPOINT"] == f"http://127.0.0.1:{Ports().collector}"


def test_several_get_the_spans_each_with_its_own_keys_and_none_in_the_open() -> None:
    stage = a_stage(
        trace_exporters=("xray", "langsmith", "otlp"),
        otlp_endpoint="https://traces.example.com",
        otlp_secret_arn="arn:aws:secretsmanager:eu-central-1:123456789012:secret:otlp-AbCdEf",
        langsmith_secret_arn="arn:aws:secretsmanager:eu-central-1:123456789012:secret:langsmith-AbCdEf",
    )

    exporters: Any = collector_configuration(stage, region="eu-central-1", metrics_log="figures")["exporters"]

    assert set(exporters) == {"otlphttp/xray", "otlphttp/langsmith", "otlphttp/otlp", "awsemf"}
    assert exporters["otlphttp/xray"] == {
        "traces_endpoint": "https://xray.eu-central-1.amazonaws.com/v1/traces",
        "auth": {"authenticator": "sigv4auth"},
    }
    assert exporters["otlphttp/langsmith"]["headers"]["x-api-key"] == "${env:LANGSMITH_API_KEY}"
    assert exporters["otlphttp/otlp"]["headers"] == {"Authorization": "${env:OTLP_AUTHORIZATION}"}


def test_functions_and_agent_tell_the_same_project_of_langsmiths(prod: Assembly) -> None:
    """Else half of a talk's trace would lie in another."""
    (forward,) = (one for name, one in functions(prod).items() if name == "forward_spans")
    told: Any = collector_configuration(
        a_stage(
            trace_exporters=("langsmith",),
            langsmith_secret_arn="arn:aws:secretsmanager:eu-central-1:123456789012:secret:langsmith-AbCdEf",
        ),
        region="eu-central-1",
        metrics_log="figures",
    )

    project = told["exporters"]["otlphttp/langsmith"]["headers"]["Langsmith-Project"]
    assert forward["Environment"]["Variables"]["LANGSMITH_PROJECT"] == project == "echosphere"


def test_nobody_gets_more_of_a_talk_than_the_others() -> None:
    """One pipeline for all: there is none with words beside it."""
    stage = a_stage(
        trace_exporters=("xray", "langsmith"),
        langsmith_secret_arn="arn:aws:secretsmanager:eu-central-1:123456789012:secret:langsmith-AbCdEf",
    )

    pipelines: Any = collector_configuration(stage, region="eu-central-1", metrics_log="f")["service"]["pipelines"]  # type: ignore[index]

    assert set(pipelines) == {"traces", "metrics"}
    assert pipelines["traces"]["exporters"] == ["otlphttp/xray", "otlphttp/langsmith"]


def test_the_collector_asks_the_agent_where_it_answers_and_keeps_what_it_hears_in_its_own_log(prod: Assembly) -> None:
    told = json.loads(_plain(collector(prod)["Environment"][0]["Value"]))
    scrape, writes = told["receivers"]["prometheus"]["config"]["scrape_configs"][0], told["exporters"]["awsemf"]

    assert scrape["static_configs"] == [
        {"targets": [f"127.0.0.1:{environment(prod)['AGENT_METRICS_PORT']}"], "labels": {"service": "agent"}}
    ]
    assert writes["namespace"] == "EchoSphere/prod" and writes["dimension_rollup_option"] == "NoDimensionRollup"
    assert writes["metric_declarations"][0]["dimensions"] == [["service"]]
    assert told["service"]["pipelines"]["metrics"]["exporters"] == ["awsemf"]


def test_of_the_agents_figures_only_such_as_it_tells_are_kept() -> None:
    told: Any = collector_configuration(a_stage(), region="eu-central-1", metrics_log="figures")
    (pattern,) = told["exporters"]["awsemf"]["metric_declarations"][0]["metric_name_selectors"]

    kept = {name for name in names_told() if re.match(pattern, name)}
    assert kept == set(AGENT_METRICS)
    assert "$" not in json.dumps(told["exporters"]["awsemf"]), "it would begin a variable of the collector's"


def test_where_nobody_gets_spans_the_collector_drops_them() -> None:
    told: Any = collector_configuration(a_stage(), region="eu-central-1", metrics_log="figures")

    assert told["service"]["pipelines"]["traces"]["exporters"] == ["debug"]


def a_stage(**fields: Any) -> Stage:  # noqa: ANN401  # fields by name
    sizes = {"agent_cpu": 1024, "agent_memory_mib": 2048, "agent_count": 1, "log_retention_days": 1}
    where = {"livekit_url": "wss://livekit.example.com", "livekit_api_url": "https://livekit.example.com"}
    rest = {"architecture": "arm64", "removal": "destroy", "agent_providers": "aws"}
    return Stage(name="dev", region="eu-central-1", **where, **sizes, **rest, **fields)  # type: ignore[arg-type]


def _plain(value: Any) -> str:  # noqa: ANN401  # a text, or its parts with the region between them
    return (
        value
        if isinstance(value, str)
        else "region".join(each for each in value["Fn::Join"][1] if isinstance(each, str))
    )
