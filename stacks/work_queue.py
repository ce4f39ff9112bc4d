"""A queue of work: what fails three times goes to its dead letters, and what waits too long rings."""

from aws_cdk import Duration
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as event_sources
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from stacks.alarm import ring
from stacks.findings import accept, accept_serverless

A_DEAD_END = "this is a dead-letter queue itself"
ATTEMPTS = 3
OFTEN = Duration.minutes(1)
# Of one queue. Else a burst of work takes all that the account may run, and people wait at the door.
AT_ONCE = 5
# The longest that SQS keeps a message, so that a redrive may wait until after a holiday.
DEAD_LETTER_RETENTION = Duration.days(14)


class WorkQueue(Construct):
    """`work_timeout` is that of the function that reads it; AWS advises six times that as visibility timeout, so what
    fails comes back after that, or after `comes_back_after` where that is longer.
    """

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        work_timeout: Duration,
        late_after: Duration,
        begins_after: Duration | None = None,
        comes_back_after: Duration | None = None,
    ) -> None:
        super().__init__(scope, name)
        self.dead_letters = sqs.Queue(self, "DeadLetters", enforce_ssl=True, retention_period=DEAD_LETTER_RETENTION)
        self.queue = sqs.Queue(
            self,
            "Queue",
            enforce_ssl=True,
            delivery_delay=begins_after,
            visibility_timeout=comes_back_after or Duration.seconds(6 * work_timeout.to_seconds()),
            dead_letter_queue=sqs.DeadLetterQueue(queue=self.dead_letters, max_receive_count=ATTEMPTS),
        )
        accept(self.dead_letters, {"SQS3": A_DEAD_END})
        accept_serverless(self.dead_letters, {"SQSRedrivePolicy": A_DEAD_END})
        self._ring(name, late_after)

    def _ring(self, name: str, late_after: Duration) -> None:
        age = self.queue.metric_approximate_age_of_oldest_message()
        dead = self.dead_letters.metric_approximate_number_of_messages_visible()
        ring(
            self,
            "Late",
            age.with_(statistic="Maximum", period=OFTEN),
            at_least=late_after.to_seconds(),
            entry="work-waits",
            means=f"Work of {name} has waited for {late_after.to_minutes():g} minutes.",
        )
        ring(
            self,
            "Dead",
            dead.with_(statistic="Maximum", period=OFTEN),
            at_least=1,
            entry="work-died",
            means=f"Work of {name} failed {ATTEMPTS} times and lies among its dead letters.",
        )


def feed(function: lambda_.Function, queue: sqs.IQueue) -> None:
    """A piece of work at a time, so that one that takes all of a function's time takes nobody else's."""
    function.add_event_source(
        event_sources.SqsEventSource(queue, batch_size=1, max_concurrency=AT_ONCE, report_batch_item_failures=True)
    )
