"""Runs the jobs in the order in which they came, one for each processor, and writes into them how it went."""

import logging
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from local.mediaconvert import events
from local.mediaconvert.cloud import Cloud
from local.mediaconvert.ffmpeg_run import FfmpegRun
from local.mediaconvert.jobs import Job, Jobs
from local.mediaconvert.outcomes import UNKNOWN, JobCanceled, JobFailed
from local.mediaconvert.read_plan import read_plan
from local.mediaconvert.role_storage import RoleStorage
from local.mediaconvert.transcode import MadeGroup, transcode

logger = logging.getLogger("mediaconvert")


def _in_background() -> Callable[[Callable[[], None]], object]:
    return ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="mediaconvert").submit


class Runner:
    def __init__(
        self, jobs: Jobs, cloud: Cloud, *, start: Callable[[Callable[[], None]], object] | None = None
    ) -> None:
        self._jobs, self._cloud = jobs, cloud
        self._start = start or _in_background()
        self._runs: dict[str, FfmpegRun] = {}
        self._lock = threading.Lock()

    def submit(self, job: Job) -> None:
        self._runs[job.id] = FfmpegRun()
        self._start(lambda: self._run(job))

    def resume(self) -> None:
        """After a restart: what was under way begins again, and counts as one more try."""
        for job in list(self._jobs.by_id.values()):
            if job.is_unfinished:
                job.wire["retryCount"] += job.wire["status"] == "PROGRESSING"
                self.submit(job)

    def cancel(self, job: Job) -> None:
        with self._lock:
            job.wire["status"] = "CANCELED"
            job.wire["timing"]["finishTime"] = int(self._jobs.now())
        run = self._runs.get(job.id)
        if run:
            run.cancel()
        self._announce(job, "CANCELED")

    def stop(self) -> None:
        """Ends every ffmpeg; the jobs stay unfinished, and are resumed by the next start."""
        for run in list(self._runs.values()):
            run.cancel()

    def _run(self, job: Job) -> None:
        try:
            if job.is_unfinished:
                self._begin(job)
                self._complete(job, self._transcode(job))
        except JobCanceled:
            logger.info("a job was canceled")
        except JobFailed as failure:
            self._fail(job, failure)
        except Exception:
            logger.exception("a job failed for a reason of ours")
            self._fail(job, JobFailed(UNKNOWN, "Unknown error"))
        finally:
            self._runs.pop(job.id, None)

    def _begin(self, job: Job) -> None:
        job.wire["status"] = "PROGRESSING"
        job.wire["timing"]["startTime"] = int(self._jobs.now())
        self._announce(job, "PROGRESSING")

    def _transcode(self, job: Job) -> list[MadeGroup]:
        plan = read_plan(job.wire["settings"])
        with closing(self._cloud.s3_of_role(job)) as s3:
            return transcode(plan, RoleStorage(s3), self._runs[job.id], on_percent=self._reporter(job))

    def _reporter(self, job: Job) -> Callable[[str, int], None]:
        interval_s = float(job.wire["statusUpdateInterval"].removeprefix("SECONDS_"))
        told_at = self._jobs.now()

        def report(phase: str, percent: int) -> None:
            nonlocal told_at
            job.wire["currentPhase"], job.wire["jobPercentComplete"] = phase, percent
            now = self._jobs.now()
            if now - told_at >= interval_s:
                told_at = now
                self._cloud.announce(job, events.update(job, now))

        return report

    def _complete(self, job: Job, made: list[MadeGroup]) -> None:
        if self._settle(job, "COMPLETE", outputGroupDetails=events.answered_groups(made), jobPercentComplete=100):
            self._cloud.announce(job, events.complete(job, self._jobs.now(), made))

    def _fail(self, job: Job, failure: JobFailed) -> None:
        if self._settle(job, "ERROR", errorCode=failure.code, errorMessage=failure.words):
            self._cloud.announce(job, events.error(job, self._jobs.now(), failure.code, failure.words))

    def _settle(self, job: Job, status: str, **more: object) -> bool:
        """False: it was canceled in the last moment."""
        with self._lock:
            if not job.is_unfinished:
                return False
            job.wire["timing"]["finishTime"] = int(self._jobs.now())
            job.wire.update(more, status=status)
            return True

    def _announce(self, job: Job, status: str) -> None:
        self._cloud.announce(job, events.detail(job, status, self._jobs.now()))
