from typing import Protocol

from echosphere.domain.transcoding import TranscodeJob, TranscodeNews


class Transcoder(Protocol):
    """Every method raises TranscoderUnavailable when it does not answer."""

    def submit(self, job: TranscodeJob) -> str:
        """Gives the job's id; the same token asks for the same job again. Raises TranscoderRefused."""
        ...

    def read(self, job_id: str) -> TranscodeNews | None:
        """None: no such job."""
        ...
