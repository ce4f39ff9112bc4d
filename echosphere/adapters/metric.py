"""One number as a metric of CloudWatch: a line of log (EMF), so nobody waits for it.

The namespace is the stage's, told by the stacks as POWERTOOLS_METRICS_NAMESPACE, which Powertools reads by itself.
"""

from collections.abc import Mapping

from aws_lambda_powertools.metrics import MetricUnit, single_metric


def count(name: str, value: int = 1, *, service: str, fields: Mapping[str, str] | None = None) -> None:
    """Fields are looked up in the log; as dimensions, each value would be a metric of its own to pay for."""
    with single_metric(name=name, unit=MetricUnit.Count, value=value) as metric:
        metric.add_dimension(name="service", value=service)
        for field, said in (fields or {}).items():
            metric.add_metadata(field, said)
