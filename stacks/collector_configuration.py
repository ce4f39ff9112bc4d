"""What the collector beside the agent is told: take spans on its own loopback, and hand them to whoever gets traces;
ask the agent for its figures once a minute, and give some of them to CloudWatch."""

from collections.abc import Mapping

from stacks.metrics import AGENT, AGENT_METRICS, namespace
from stacks.stage import Stage

COLLECTOR_PORT = 4318
METRICS_PORT = 9464
LANGSMITH = "https://api.smith.langchain.com/otel"
CAREFUL = ["memory_limiter", "batch"]
# A dollar sign would begin a variable of the collector's, so a pattern has an end by being whole words.
ONLY_OURS = "^(" + "|".join(AGENT_METRICS) + ")"


def collector_configuration(stage: Stage, *, region: str, metrics_log: str) -> Mapping[str, object]:
    """JSON is YAML. `${env:…}` are filled in by the collector, from its secrets. `metrics_log`: a log group's name."""
    exporters = {f"otlphttp/{name}": _exporter(name, stage, region=region) for name in stage.trace_exporters}
    return {
        "extensions": {"sigv4auth": {"region": region, "service": "xray"}},
        "receivers": {
            "otlp": {"protocols": {"http": {"endpoint": f"127.0.0.1:{COLLECTOR_PORT}"}}},
            "prometheus": {"config": {"scrape_configs": [_scrape()]}},
        },
        "processors": {
            "memory_limiter": {"check_interval": "1s", "limit_percentage": 80, "spike_limit_percentage": 20},
            "batch": {},
        },
        "exporters": {
            **(exporters or {"debug": {"verbosity": "basic"}}),
            "awsemf": _cloudwatch(stage, region=region, log=metrics_log),
        },
        "service": {
            "extensions": ["sigv4auth"],
            "pipelines": {
                "traces": {"receivers": ["otlp"], "processors": CAREFUL, "exporters": [*exporters] or ["debug"]},
                "metrics": {"receivers": ["prometheus"], "processors": CAREFUL, "exporters": ["awsemf"]},
            },
        },
    }


def _scrape() -> Mapping[str, object]:
    here = {"targets": [f"127.0.0.1:{METRICS_PORT}"], "labels": {"service": AGENT}}
    return {"job_name": AGENT, "scrape_interval": "60s", "static_configs": [here]}


def _cloudwatch(stage: Stage, *, region: str, log: str) -> Mapping[str, object]:
    """One metric of each name: CloudWatch is paid for by the metric, and who wants the labels asks Prometheus."""
    return {
        "region": region,
        "namespace": namespace(stage.name),
        "log_group_name": log,
        "log_stream_name": AGENT,
        "dimension_rollup_option": "NoDimensionRollup",
        "metric_declarations": [{"dimensions": [["service"]], "metric_name_selectors": [ONLY_OURS]}],
    }


def _exporter(name: str, stage: Stage, *, region: str) -> Mapping[str, object]:
    match name:
        case "xray":
            address = f"https://xray.{region}.amazonaws.com/v1/traces"
            return {"traces_endpoint": address, "auth": {"authenticator": "sigv4auth"}}
        case "langsmith":
            headers = {"x-api-key": "${env:LANGSMITH_API_KEY}", "Langsmith-Project": stage.langsmith_project}
            return {"endpoint": LANGSMITH, "headers": headers}
        case _:
            wants = {"headers": {"Authorization": "${env:OTLP_AUTHORIZATION}"}} if stage.otlp_secret_arn else {}
            return {"endpoint": stage.otlp_endpoint, **wants}
