"""What travels on the bus ends in a queue, and what a queue cannot do is not lost in silence."""

import pytest

from tests.unit.stacks.templates import Assembly

pytestmark = pytest.mark.template


def test_every_target_of_eventbridge_is_a_queue(prod: Assembly) -> None:
    rules = dict(prod.of_type("AWS::Events::Rule"))
    queues = dict(prod.of_type("AWS::SQS::Queue"))
    targets = [target["Arn"]["Fn::GetAtt"][0] for rule in rules.values() for target in rule["Targets"]]

    assert targets and set(targets) <= set(queues)


def test_every_queue_has_dead_letters_kept_as_long_as_may_be(prod: Assembly) -> None:
    queues = dict(prod.of_type("AWS::SQS::Queue"))
    dead = {
        queue["RedrivePolicy"]["deadLetterTargetArn"]["Fn::GetAtt"][0]
        for queue in queues.values()
        if "RedrivePolicy" in queue
    }

    assert {key for key, queue in queues.items() if "RedrivePolicy" not in queue} == dead
    assert all(queues[key]["MessageRetentionPeriod"] == 14 * 24 * 60 * 60 for key in dead)


def test_work_that_waits_and_work_that_died_both_ring(prod: Assembly) -> None:
    queues = dict(prod.of_type("AWS::SQS::Queue"))
    watched = {
        (alarm["Dimensions"][0]["Value"]["Fn::GetAtt"][0], alarm["MetricName"])
        for _, alarm in prod.of_type("AWS::CloudWatch::Alarm")
    }
    metric = {True: "ApproximateAgeOfOldestMessage", False: "ApproximateNumberOfMessagesVisible"}

    assert watched == {(key, metric["RedrivePolicy" in queue]) for key, queue in queues.items()}


def test_queues_speak_tls_only(prod: Assembly) -> None:
    locked = {
        policy["Queues"][0]["Ref"]
        for _, policy in prod.of_type("AWS::SQS::QueuePolicy")
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Deny" and statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    }

    assert locked == set(dict(prod.of_type("AWS::SQS::Queue")))


def test_the_outbox_is_swept_every_minute_one_sweep_at_a_time(prod: Assembly) -> None:
    source = prod["api"].only("AWS::Lambda::EventSourceMapping")

    assert prod["messaging"].only("AWS::Events::Rule")["ScheduleExpression"] == "rate(1 minute)"
    assert source["BatchSize"] == 1 and source["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_a_message_stays_hidden_for_longer_than_its_function_may_run(prod: Assembly) -> None:
    (queue,) = (one for _, one in prod.of_type("AWS::SQS::Queue") if "RedrivePolicy" in one)
    (sweep,) = (one for _, one in prod.of_type("AWS::Lambda::Function") if "sweep_outbox" in one["Handler"])

    assert queue["VisibilityTimeout"] == 6 * sweep["Timeout"]
