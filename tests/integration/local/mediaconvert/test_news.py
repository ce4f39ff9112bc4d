"""News on the way: from the job through EventBridge's default bus into a queue, and after a kill."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from echosphere.adapters.mediaconvert.news import TranscodeStatus, news_of_event
from local.readiness import wait_until
from tests.integration.local.cloud import scratch_installation
from tests.integration.local.mediaconvert.place import RAW, Place, furnish, job, make_talk, running_place

pytestmark = pytest.mark.integration

PATTERN = {"source": ["aws.mediaconvert"], "detail-type": ["MediaConvert Job State Change"]}


def hear(place: Place, name: str) -> str:
    """A queue that the default bus sends MediaConvert's events to."""
    sqs, events = place.client("sqs"), place.client("events")
    url: str = sqs.create_queue(QueueName=name)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    rule = events.put_rule(Name=name, EventPattern=json.dumps(PATTERN))["RuleArn"]
    sender = {"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage"}
    policy = {"Statement": [{**sender, "Resource": arn, "Condition": {"ArnEquals": {"aws:SourceArn": rule}}}]}
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(policy)})
    events.put_targets(Rule=name, Targets=[{"Id": "queue", "Arn": arn}])
    return url


def heard(place: Place, url: str) -> Iterator[dict[str, object]]:
    sqs = place.client("sqs")
    while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=3).get("Messages"):
        for message in messages:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            yield json.loads(message["Body"])


def test_a_queue_hears_how_a_job_goes(place: Place, role_arn: str, talk: Path) -> None:
    url = hear(place, "how-it-goes")

    read = place.transcode(talk, role_arn=role_arn, name="heard")

    events = [event for event in heard(place, url) if event["resources"] == [_arn(read.job_id)]]
    news = [news_of_event(event["detail"]) for event in events]  # type: ignore[arg-type]
    assert [each and each.status for each in news] == [TranscodeStatus.PROGRESSING, TranscodeStatus.COMPLETE]
    assert read.times and news[-1] == replace(read, times=None)


def test_the_same_token_makes_one_job(place: Place, role_arn: str, talk: Path) -> None:
    place.s3.upload_file(str(talk), RAW, "raw/twice.mp4")
    transcoder = place.transcoder(role_arn)

    first, second = (transcoder.submit(job("raw/twice.mp4", name="twice")) for _ in range(2))

    assert first == second
    place.settled(transcoder, first)


def test_a_job_that_was_under_way_when_the_cloud_was_killed_is_run_again(tmp_path: Path) -> None:
    installation = scratch_installation(tmp_path / "home")
    long = make_talk(tmp_path / "long.mp4", seconds=180)
    with running_place(installation) as place:
        furnish(place)
        role_arn = place.role("transcoder")
        place.s3.upload_file(str(long), RAW, "raw/long.mp4")
        job_id = place.transcoder(role_arn).submit(job("raw/long.mp4"))
        wait_until(lambda: _is_saved_under_way(installation.cloud_state, job_id), what="autosave", within_s=20)

    with running_place(installation) as place:
        news = place.settled(place.transcoder(role_arn), job_id, within_s=90)
        answered = place.mediaconvert.get_job(Id=job_id)["Job"]

    assert news.status is TranscodeStatus.COMPLETE
    assert answered["RetryCount"] == 1
    assert not list(installation.temporary.glob("mediaconvert-*"))


def _arn(job_id: str) -> str:
    return f"arn:aws:mediaconvert:ap-northeast-1:000000000000:jobs/{job_id}"


def _is_saved_under_way(state: Path, job_id: str) -> bool:
    path = state / "services" / "mediaconvert.json"
    jobs = json.loads(path.read_text())["payload"]["jobs"] if path.is_file() else []
    return any(each["wire"]["id"] == job_id and each["wire"]["status"] == "PROGRESSING" for each in jobs)
