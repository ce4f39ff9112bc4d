from dataclasses import dataclass, field

from echosphere.domain.errors import TranscoderRefused, TranscoderUnavailable
from echosphere.domain.transcoding import TranscodeJob, TranscodeNews, TranscodeStatus


@dataclass
class MemoryTranscoder:
    """Keeps what was asked for and does nothing with it; the test says what becomes of it, by `tell`.

    A job that is over is not given for its token again, as MediaConvert forgets tokens within minutes.
    """

    is_down: bool = False
    refuses: str | None = None
    jobs: dict[str, TranscodeJob] = field(default_factory=dict)
    _news: dict[str, TranscodeNews] = field(default_factory=dict)

    def submit(self, job: TranscodeJob) -> str:
        self._must_be_up()
        if self.refuses is not None:
            raise TranscoderRefused(self.refuses)
        runs = (known for known, of in self.jobs.items() if of.token == job.token and not self._news[known].is_over)
        if (running := next(runs, None)) is not None:
            return running
        job_id = f"job-{len(self.jobs) + 1}-{job.token[:12]}"
        self.jobs[job_id] = job
        self.tell(job_id, TranscodeStatus.SUBMITTED)
        return job_id

    def read(self, job_id: str) -> TranscodeNews | None:
        self._must_be_up()
        return self._news.get(job_id)

    def tell(self, job_id: str, status: TranscodeStatus, **facts: object) -> TranscodeNews:
        job = self.jobs[job_id]
        fields = {"job_id": job_id, "session_id": job.session_id, "attempt": job.attempt, "status": status}
        news = TranscodeNews(**{**fields, **facts})  # type: ignore[arg-type]  # fields by name
        self._news[job_id] = news
        return news

    def _must_be_up(self) -> None:
        if self.is_down:
            raise TranscoderUnavailable
