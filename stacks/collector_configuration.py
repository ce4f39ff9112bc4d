"""What the collector beside the agent is told: take spans on its own loopback, and hand them to whoever gets traces."""

from collections.abc import Mapping

from stacks.stage import Stage

COLLECTOR_PORT = 4318
LANGSMITH = "https://api.smith.langchain.com/otel"


def collector_configuration(stage: Stage, *, region: str) -> Mapping[str, object]:
    """JSON is YAML. `${env:…}` are filled in by the collector, from its secrets."""
    exporters = {f"otlphttp/{name}": _exporter(name, stage, region=region) for name in stage.trace_exporters}
    return {
        "extensions": {"sigv4auth": {"region": region, "service": "xray"}},
        "receivers": {"otlp": {"protocols": {"http": {"endpoint": f"127.0.0.1:{COLLECTOR_PORT}"}}}},
        "processors": {
            "memory_limiter": {"check_interval": "1s", "limit_percentage": 80, "spike_limit_percentage": 20},
            "batch": {},
        },
        "exporters": exporters or {"debug": {"verbosity": "basic"}},
        "service": {
            "extensions": ["sigv4auth"],
            "pipelines": {
                "traces": {
                    "receivers": ["otlp"],
                    "processors": ["memory_limiter", "batch"],
                    "exporters": [*exporters] or ["debug"],
                }
            },
        },
    }


def _exporter(name: str, stage: Stage, *, region: str) -> Mapping[str, object]:
    match name:
        case "xray":
            address = f"https://xray.{region}.amazonaws.com/v1/traces"
            return {"traces_endpoint": address, "auth": {"authenticator": "sigv4auth"}}
        case "langsmith":
            headers = {"x-api-key": "${env:LANGSMITH_API_KEY}", "Langsmith-Project": "echosphere"}
            return {"endpoint": LANGSMITH, "headers": headers}
        case _:
            wants = {"headers": {"Authorization": "${env:OTLP_AUTHORIZATION}"}} if stage.otlp_secret_arn else {}
            return {"endpoint": stage.otlp_endpoint, **wants}
