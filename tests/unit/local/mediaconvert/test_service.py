import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from botocore.model import StructureShape

from local.mediaconvert.jobs import Job, Jobs
from local.mediaconvert.outcomes import JobFailed, Refused
from local.mediaconvert.runner import Runner
from local.mediaconvert.schema import faults_of_answer, service_model
from local.mediaconvert.service import Service
from tests.unit.adapters.mediaconvert.examples import TALK
from tests.unit.local.mediaconvert.examples import ACCOUNT, REGION, body

pytestmark = pytest.mark.unit

JOBS = "/2017-08-29/jobs"


@dataclass
class MemoryCloud:
    """Its roles are taken by nobody, so that every job ends at once."""

    announced: list[Mapping[str, Any]] = field(default_factory=list)

    def s3_of_role(self, job: Job) -> Any:
        raise JobFailed(1434, "Unable to open input file [s3://…]: [Failed to read data: AssumeRole failed]")

    def announce(self, job: Job, detail: Mapping[str, Any]) -> None:
        self.announced.append(detail)


class Platform:
    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0
        self.waiting: list[Callable[[], None]] = []
        self.cloud = MemoryCloud()
        self.jobs = Jobs(now=lambda: self.seconds)
        self.runner = Runner(self.jobs, self.cloud, start=self.waiting.append)
        self.service = Service(self.jobs, self.runner, endpoint="https://127.0.0.1:4566")

    def send(self, method: str, path: str, request: object = None, **query: str) -> dict[str, Any]:
        written = json.dumps(request).encode()
        _status, answer = self.service.answer(method, path, query, written, account=ACCOUNT, region=REGION)
        return answer

    def create(self, **more: object) -> dict[str, Any]:
        job: dict[str, Any] = self.send("POST", JOBS, body(TALK, **more))["job"]
        return job

    def run_all(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def platform() -> Platform:
    return Platform()


def test_a_token_asks_for_the_same_job_again(platform: Platform) -> None:
    assert platform.create()["id"] == platform.create()["id"]
    assert len(platform.waiting) == 1


def test_a_token_is_forgotten_after_a_minute(platform: Platform) -> None:
    first = platform.create()["id"]
    platform.seconds += 61

    assert platform.create()["id"] != first


def test_another_token_asks_for_another_job(platform: Platform) -> None:
    assert platform.create()["id"] != platform.create(ClientRequestToken="other")["id"]


def test_a_job_waits_until_its_turn_comes(platform: Platform) -> None:
    job = platform.create()

    assert platform.send("GET", f"{JOBS}/{job['id']}")["job"]["status"] == "SUBMITTED"


def test_a_failed_job_tells_why_in_its_answer_and_its_event(platform: Platform) -> None:
    job_id = platform.create()["id"]
    platform.run_all()

    job = platform.send("GET", f"{JOBS}/{job_id}")["job"]
    begun, failed = platform.cloud.announced

    assert (job["status"], job["errorCode"]) == ("ERROR", 1434)
    assert (begun["status"], failed["status"]) == ("PROGRESSING", "ERROR")
    assert (failed["jobId"], failed["errorCode"]) == (job_id, 1434)
    assert failed["userMetadata"] == {}


def test_a_job_tells_when_it_was_submitted_began_and_was_over_as_far_as_it_is(platform: Platform) -> None:
    submitted_s = int(platform.seconds)
    job_id = platform.create()["id"]
    waiting = dict(platform.send("GET", f"{JOBS}/{job_id}")["job"]["timing"])
    platform.seconds += 5

    platform.run_all()

    over = platform.send("GET", f"{JOBS}/{job_id}")["job"]["timing"]
    assert waiting == {"submitTime": submitted_s}
    assert over == {"submitTime": submitted_s, "startTime": submitted_s + 5, "finishTime": submitted_s + 5}
    assert set(over) == {each.serialization["name"] for each in timing_of_botocore()}


def timing_of_botocore() -> list[Any]:
    timing = service_model().shape_for("Timing")
    assert isinstance(timing, StructureShape)
    return list(timing.members.values())


def test_boto3s_own_model_knows_every_answer(platform: Platform) -> None:
    job_id = platform.create(UserMetadata={"session_id": "s-1"})["id"]
    answers = {"CreateJob": {"job": platform.create()}}
    platform.run_all()

    answers["GetJob"] = platform.send("GET", f"{JOBS}/{job_id}")
    answers["ListJobs"] = platform.send("GET", JOBS)
    answers["ListQueues"] = platform.send("GET", "/2017-08-29/queues")
    answers["GetQueue"] = platform.send("GET", "/2017-08-29/queues/Default")
    answers["DescribeEndpoints"] = platform.send("POST", "/2017-08-29/endpoints", {})

    assert {name: faults_of_answer(name, answer) for name, answer in answers.items()} == {key: [] for key in answers}


def test_a_canceled_job_is_never_run(platform: Platform) -> None:
    job_id = platform.create()["id"]

    assert platform.send("DELETE", f"{JOBS}/{job_id}") == {}
    platform.run_all()

    assert platform.send("GET", f"{JOBS}/{job_id}")["job"]["status"] == "CANCELED"
    assert [event["status"] for event in platform.cloud.announced] == ["CANCELED"]


def test_a_job_that_ended_cannot_be_canceled(platform: Platform) -> None:
    job_id = platform.create()["id"]
    platform.run_all()

    with pytest.raises(Refused) as refused:
        platform.send("DELETE", f"{JOBS}/{job_id}")

    assert refused.value.code == "ConflictException"


@pytest.mark.parametrize(
    ("method", "path"), [("GET", f"{JOBS}/none"), ("GET", "/2017-08-29/queues/Fast"), ("PUT", JOBS)]
)
def test_what_is_not_there_is_not_found(platform: Platform, method: str, path: str) -> None:
    with pytest.raises(Refused) as refused:
        platform.send(method, path)

    assert (refused.value.code, refused.value.status) == ("NotFoundException", 404)


def test_a_job_for_a_queue_that_is_not_there_is_not_taken(platform: Platform) -> None:
    with pytest.raises(Refused, match="was not found"):
        platform.create(Queue="arn:aws:mediaconvert:eu-west-1:1:queues/Fast")


def test_another_accounts_jobs_are_not_seen(platform: Platform) -> None:
    job_id = platform.create()["id"]

    with pytest.raises(Refused, match="was not found"):
        platform.service.answer("GET", f"{JOBS}/{job_id}", {}, b"", account="2", region=REGION)


def test_jobs_are_listed_newest_first_in_pages(platform: Platform) -> None:
    ids = []
    for number in range(3):
        platform.seconds += 1
        ids.append(platform.create(ClientRequestToken=str(number))["id"])

    first = platform.send("GET", JOBS, maxResults="2")
    second = platform.send("GET", JOBS, maxResults="2", nextToken=first["nextToken"])

    assert [job["id"] for job in first["jobs"] + second["jobs"]] == ids[::-1]
    assert "nextToken" not in second
    assert platform.send("GET", JOBS, status="COMPLETE") == {"jobs": []}


def test_a_job_that_was_under_way_when_the_cloud_was_killed_begins_again(platform: Platform) -> None:
    job_id = platform.create()["id"]
    platform.jobs.by_id[job_id].wire["status"] = "PROGRESSING"
    saved = json.loads(json.dumps(platform.jobs.state()))
    next_life = Platform()

    next_life.jobs.load(saved)
    next_life.runner.resume()
    next_life.run_all()

    job = next_life.send("GET", f"{JOBS}/{job_id}")["job"]
    assert (job["status"], job["retryCount"]) == ("ERROR", 1)


def test_a_job_that_ended_before_the_cloud_was_killed_is_left_alone(platform: Platform) -> None:
    platform.create()
    platform.run_all()
    next_life = Platform()

    next_life.jobs.load(platform.jobs.state())
    next_life.runner.resume()

    assert next_life.waiting == []
