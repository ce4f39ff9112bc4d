"""What something cost as two metrics, of which the sum over a day is the day's, in micro-dollars."""

from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

from echosphere.domain.cost import Cost

SERVICE, AWS = "talk", "aws"


def tell_of_cost(cost: Cost) -> None:
    """Once for each thing that is paid for, as nobody can tell the same of CloudWatch twice.

    `session.cost` is of whoever was asked, `aws.cost.daily` what of it AWS will ask for.
    """
    metrics = EphemeralMetrics(service=SERVICE)
    metrics.add_metric(name="session.cost", unit=MetricUnit.Count, value=cost.usd_micros)
    metrics.add_metric(name="aws.cost.daily", unit=MetricUnit.Count, value=cost.usd_micros_of(AWS))
    metrics.flush_metrics()
