"""What travels on the bus ends in a queue, and what a queue cannot do is not lost in silence."""

import pytest

from echosphere.adapters import counting_bus
from echosphere.adapters.eventbridge_bus import SOURCE
from echosphere.domain.events import EVENTS, EvaluationAsked, Event, ExportAsked, PersonLeft, SessionEnded
from tests.unit.stacks.templates import Assembly, Properties

pytestmark = pytest.mark.template
STAGES = ("prod", "dev", "local")
ASKED_BY_PEOPLE = ("lambdas.api.handler.handler", "lambdas.token.handler.handler")


def test_every_target_of_eventbridge_is_a_queue(prod: Assembly) -> None:
    rules = dict(prod.of_type("AWS::Events::Rule"))
    queues = dict(prod.of_type("AWS::SQS::Queue"))
    targets = [target["Arn"]["Fn::GetAtt"][0] for rule in rules.values() for target in rule["Targets"]]

    assert targets and set(targets) <= set(queues)


@pytest.mark.parametrize("stage", STAGES)
def test_every_queue_has_dead_letters_kept_as_long_as_may_be(assemblies: dict[str, Assembly], stage: str) -> None:
    queues = dict(assemblies[stage].of_type("AWS::SQS::Queue"))
    dead = {
        queue["RedrivePolicy"]["deadLetterTargetArn"]["Fn::GetAtt"][0]
        for queue in queues.values()
        if "RedrivePolicy" in queue
    }

    assert {key for key, queue in queues.items() if "RedrivePolicy" not in queue} == dead
    assert all(queues[key]["MessageRetentionPeriod"] == 14 * 24 * 60 * 60 for key in dead)


@pytest.mark.parametrize("stage", STAGES)
def test_work_that_waits_and_work_that_died_both_ring(assemblies: dict[str, Assembly], stage: str) -> None:
    queues = dict(assemblies[stage].of_type("AWS::SQS::Queue"))
    watched = {
        (alarm["Dimensions"][0]["Value"]["Fn::GetAtt"][0], alarm["MetricName"])
        for _, alarm in assemblies[stage].of_type("AWS::CloudWatch::Alarm")
        if alarm.get("Namespace") == "AWS/SQS"
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
    queues = [(key, one) for key, one in prod.of_type("AWS::SQS::Queue") if "RedrivePolicy" in one]
    functions = dict(prod.of_type("AWS::Lambda::Function"))
    fed = [functions[one["FunctionName"]["Ref"]] for _, one in prod.of_type("AWS::Lambda::EventSourceMapping")]
    longest_s = {one["Handler"].split(".")[1]: 6 * one["Timeout"] for one in fed}

    (patient_s,) = (one["VisibilityTimeout"] for key, one in queues if key.startswith("WaitingQueue"))
    assert patient_s > longest_s.pop("forward_spans")
    hidden_s = sorted(one["VisibilityTimeout"] for key, one in queues if not key.startswith("WaitingQueue"))
    assert hidden_s == sorted(longest_s.values())


def test_spans_are_tried_again_within_a_minute_and_die_when_their_exporter_was_away_for_an_hour(
    prod: Assembly,
) -> None:
    (waiting,) = (one for key, one in prod.of_type("AWS::SQS::Queue") if key.startswith("WaitingQueue"))

    first_s, tries = waiting["DelaySeconds"], waiting["RedrivePolicy"]["maxReceiveCount"]
    assert first_s == 60 and first_s + (tries - 1) * waiting["VisibilityTimeout"] >= 60 * 60


def test_every_queue_hands_out_one_piece_of_work_at_a_time_and_takes_back_what_failed(prod: Assembly) -> None:
    sources = [one for _, one in prod.of_type("AWS::Lambda::EventSourceMapping")]

    assert len(sources) == 9
    assert {one["BatchSize"] for one in sources} == {1}
    assert all(one["FunctionResponseTypes"] == ["ReportBatchItemFailures"] for one in sources)


def test_a_burst_of_work_does_not_take_all_that_the_account_may_run(prod: Assembly) -> None:
    sources = [one for _, one in prod.of_type("AWS::Lambda::EventSourceMapping")]

    assert {one["ScalingConfig"]["MaximumConcurrency"] for one in sources} == {5}


def test_a_raw_file_is_told_of_by_its_bucket_and_nothing_else_is(prod: Assembly) -> None:
    (told,) = (
        one["NotificationConfiguration"]
        for one in prod["media"].of_type("AWS::S3::Bucket").values()
        if "NotificationConfiguration" in one
    )

    (queue,) = told["QueueConfigurations"]
    assert queue["Event"] == "s3:ObjectCreated:*"
    assert queue["Filter"] == {"S3Key": {"Rules": [{"Name": "prefix", "Value": "raw/"}]}}


def test_only_s3_of_this_account_may_tell_of_raw_files(prod: Assembly) -> None:
    (allowed,) = (
        statement
        for policy in prod["media"].of_type("AWS::SQS::QueuePolicy").values()
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Allow"
    )

    assert allowed["Principal"] == {"Service": "s3.amazonaws.com"}
    assert allowed["Condition"] == {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}


def test_of_the_accounts_jobs_only_ours_are_heard(prod: Assembly) -> None:
    rules = list(prod["recording"].of_type("AWS::Events::Rule").values())
    (pattern,) = (one["EventPattern"] for one in rules if "EventPattern" in one)

    assert pattern["source"] == ["aws.mediaconvert"]
    assert pattern["detail"]["userMetadata"] == {"application": ["echosphere-prod"]}
    assert {"COMPLETE", "ERROR", "CANCELED"} < set(pattern["detail"]["status"])


def test_recordings_are_reconciled_every_hour(prod: Assembly) -> None:
    rules = prod["recording"].of_type("AWS::Events::Rule").values()

    assert [one["ScheduleExpression"] for one in rules if "ScheduleExpression" in one] == ["rate(1 hour)"]


def test_a_recording_that_failed_rings(prod: Assembly) -> None:
    (alarm,) = (
        one
        for one in prod["watch"].of_type("AWS::CloudWatch::Alarm").values()
        if one.get("MetricName") == "RecordingFailed"
    )

    assert alarm["Dimensions"] == [{"Name": "service", "Value": counting_bus.SERVICE}]


def test_a_person_is_forgotten_when_no_request_of_theirs_can_be_under_way(prod: Assembly) -> None:
    made = prod["api"].of_type("AWS::Lambda::Function").values()
    (longest_s,) = {one["Timeout"] for one in made if one["Handler"] in ASKED_BY_PEOPLE}
    queues = prod["privacy"].of_type("AWS::SQS::Queue")
    (rule,) = rules_of(prod, PersonLeft)
    waiting = queues[rule["Targets"][0]["Arn"]["Fn::GetAtt"][0]]

    assert waiting["DelaySeconds"] > longest_s


@pytest.mark.parametrize("event", [PersonLeft, ExportAsked])
def test_what_a_person_asks_for_of_their_data_has_a_queue_of_its_own(prod: Assembly, event: type[Event]) -> None:
    (rule,) = rules_of(prod, event)

    assert rule["EventPattern"]["source"] == [SOURCE] and len(rule["Targets"]) == 1


def test_a_talk_is_judged_when_it_ended_and_when_somebody_asks(prod: Assembly) -> None:
    pattern = prod["judge"].only("AWS::Events::Rule")["EventPattern"]

    assert pattern["source"] == [SOURCE] and set(pattern["detail-type"]) <= set(EVENTS)
    assert set(pattern["detail-type"]) == {SessionEnded.detail_type(), EvaluationAsked.detail_type()}


def test_a_talk_is_judged_when_its_last_words_are_stored(prod: Assembly) -> None:
    (waiting,) = (one for one in prod["judge"].of_type("AWS::SQS::Queue").values() if "RedrivePolicy" in one)

    assert waiting["DelaySeconds"] == 10


def rules_of(prod: Assembly, event: type[Event]) -> list[Properties]:
    rules = prod["privacy"].of_type("AWS::Events::Rule").values()
    return [one for one in rules if one["EventPattern"]["detail-type"] == [event.detail_type()]]
