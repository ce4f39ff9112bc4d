"""A queue of work: what fails three times goes to its dead letters, and what waits too long rings."""

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from stacks.findings import accept

ATTEMPTS = 3
# The longest that SQS keeps a message, so that a redrive may wait until after a holiday.
DEAD_LETTER_RETENTION = Duration.days(14)


class WorkQueue(Construct):
    """`work_timeout` is that of the function that reads it; AWS advises six times that as visibility timeout."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        work_timeout: Duration,
        late_after: Duration,
        begins_after: Duration | None = None,
    ) -> None:
        super().__init__(scope, name)
        self.dead_letters = sqs.Queue(self, "DeadLetters", enforce_ssl=True, retention_period=DEAD_LETTER_RETENTION)
        self.queue = sqs.Queue(
            self,
            "Queue",
            enforce_ssl=True,
            delivery_delay=begins_after,
            visibility_timeout=Duration.seconds(6 * work_timeout.to_seconds()),
            dead_letter_queue=sqs.DeadLetterQueue(queue=self.dead_letters, max_receive_count=ATTEMPTS),
        )
        accept(self.dead_letters, {"SQS3": "this is a dead-letter queue itself"})
        _alarm(self, "Late", self.queue.metric_approximate_age_of_oldest_message(), late_after.to_seconds())
        _alarm(self, "Dead", self.dead_letters.metric_approximate_number_of_messages_visible(), 1)


def _alarm(scope: Construct, name: str, metric: cloudwatch.Metric, threshold: float) -> None:
    cloudwatch.Alarm(
        scope,
        name,
        metric=metric.with_(statistic="Maximum", period=Duration.minutes(1)),
        threshold=threshold,
        evaluation_periods=1,
        comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
    )
