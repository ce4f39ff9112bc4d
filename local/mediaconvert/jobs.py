"""The jobs and queues of an account in a region, in the form in which the API answers them."""

import random
import string
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

# A token asks for the same job within a minute of the first request, not longer.
# docs.aws.amazon.com/mediaconvert/latest/apireference/idempotency.html
TOKEN_S = 60.0
UNFINISHED = frozenset({"SUBMITTED", "PROGRESSING"})
# Foreign: JSON as the API speaks it.
Wire = dict[str, Any]


@dataclass(kw_only=True)
class Job:
    account: str
    region: str
    wire: Wire

    @property
    def id(self) -> str:
        return str(self.wire["id"])

    @property
    def is_unfinished(self) -> bool:
        return self.wire["status"] in UNFINISHED


@dataclass(kw_only=True)
class Jobs:
    """`now` are seconds since 1970."""

    now: Callable[[], float] = time.time
    by_id: dict[str, Job] = field(default_factory=dict)

    def find_by_token(self, account: str, region: str, token: str | None) -> Job | None:
        since = self.now() - TOKEN_S
        return next((job for job in self.of(account, region) if token and _is_asked_for(job, token, since)), None)

    def of(self, account: str, region: str) -> list[Job]:
        return [job for job in self.by_id.values() if (job.account, job.region) == (account, region)]

    def find(self, account: str, region: str, job_id: str) -> Job | None:
        job = self.by_id.get(job_id)
        return job if job and (job.account, job.region) == (account, region) else None

    def add(self, account: str, region: str, body: Mapping[str, Any]) -> Job:
        now = self.now()
        job_id = f"{int(now * 1000)}-{''.join(random.choices(string.ascii_lowercase + string.digits, k=6))}"  # noqa: S311 - a name, no secret
        wire: Wire = {
            "id": job_id,
            "arn": f"arn:aws:mediaconvert:{region}:{account}:jobs/{job_id}",
            "status": "SUBMITTED",
            "createdAt": int(now),
            "role": body["role"],
            "settings": body["settings"],
            "queue": body.get("queue") or default_queue(account, region),
            "userMetadata": body.get("userMetadata", {}),
            "priority": body.get("priority", 0),
            "statusUpdateInterval": body.get("statusUpdateInterval", "SECONDS_60"),
            "billingTagsSource": "JOB",
            "accelerationSettings": {"mode": "DISABLED"},
            "accelerationStatus": "NOT_APPLICABLE",
            "hopDestinations": [],
            "messages": {"info": [], "warning": []},
            "retryCount": 0,
            "timing": {"submitTime": int(now)},
        }
        if "clientRequestToken" in body:
            wire["clientRequestToken"] = body["clientRequestToken"]
        job = Job(account=account, region=region, wire=wire)
        self.by_id[job_id] = job
        return job

    def state(self) -> Wire:
        """Not a copy: it is written at once, every two seconds, and copying is what costs."""
        return {"jobs": [vars(job) for job in list(self.by_id.values())]}

    def load(self, state: Mapping[str, Any]) -> None:
        for written in state.get("jobs", []):
            job = Job(**written)
            self.by_id[job.id] = job


def default_queue(account: str, region: str) -> str:
    return f"arn:aws:mediaconvert:{region}:{account}:queues/Default"


def _is_asked_for(job: Job, token: str, since: float) -> bool:
    return job.wire.get("clientRequestToken") == token and job.wire["createdAt"] >= since
