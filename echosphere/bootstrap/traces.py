"""Who gets the spans of the functions, by the stage's setting; several at once."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import boto3
import botocore.session
from botocore.exceptions import BotoCoreError, ClientError

from echosphere.adapters.otlp.exporter import OtlpExporter
from echosphere.adapters.otlp.xray import signed_for_xray, xray_address
from echosphere.bootstrap.core import PATIENCE
from echosphere.domain.errors import TracesUnavailable
from echosphere.ports.span_exporter import SpanExporter
from echosphere.settings import TraceSettings, read_settings

LANGSMITH = "https://api.smith.langchain.com/otel/v1/traces"


@cache
def trace_settings() -> TraceSettings:
    """Raises MissingSettings."""
    return read_settings(TraceSettings)


@cache
def span_exporters() -> Sequence[SpanExporter]:
    settings = trace_settings()
    return [_EXPORTERS[name](settings) for name in settings.trace_exporters.split(",") if name]


def _otlp(settings: TraceSettings) -> SpanExporter:
    address = f"{settings.otlp_endpoint}/v1/traces"
    return OtlpExporter("otlp", address, resource=_resource(settings), headers=_secret(settings.otlp_secret_arn))


def _langsmith(settings: TraceSettings) -> SpanExporter:
    secret = _secret(settings.langsmith_secret_arn)

    def headers() -> Mapping[str, str]:
        return {"x-api-key": secret()["api_key"], "langsmith-project": settings.langsmith_project}

    return OtlpExporter("langsmith", LANGSMITH, resource=_resource(settings), headers=headers)


def _xray(settings: TraceSettings) -> SpanExporter:
    sign = signed_for_xray(botocore.session.get_session(), settings.aws_region)
    return OtlpExporter("xray", xray_address(settings.aws_region), resource=_resource(settings), sign=sign)


_EXPORTERS: Mapping[str, Callable[[TraceSettings], SpanExporter]] = {
    "otlp": _otlp,
    "langsmith": _langsmith,
    "xray": _xray,
}


def _resource(settings: TraceSettings) -> Mapping[str, str]:
    return {
        "service.namespace": "echosphere",
        "deployment.environment.name": settings.stage,
        "cloud.provider": "aws",
        "cloud.platform": "aws_lambda",
        "cloud.region": settings.aws_region,
    }


def _secret(arn: str) -> Callable[[], Mapping[str, str]]:
    """Read when it is first needed, and kept as long as the function. Raises TracesUnavailable: spans wait for it."""

    @cache
    def read() -> Mapping[str, str]:
        if not arn:
            return {}
        secrets = boto3.client("secretsmanager", config=PATIENCE)
        try:
            kept = secrets.get_secret_value(SecretId=arn)["SecretString"]
        except (BotoCoreError, ClientError) as error:
            raise TracesUnavailable from error
        found: Mapping[str, str] = json.loads(kept)
        return found

    return read
