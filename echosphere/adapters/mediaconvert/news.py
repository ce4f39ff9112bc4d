"""What MediaConvert tells about a job: in its state-change events, and when it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from echosphere.domain.transcoding import JobTimes

if TYPE_CHECKING:
    from mypy_boto3_mediaconvert.type_defs import JobTypeDef, OutputGroupDetailTypeDef, OutputGroupOutputTypeDef

HLS_GROUP = "HLS_GROUP"


class TranscodeStatus(StrEnum):
    SUBMITTED = "submitted"
    PROGRESSING = "progressing"
    COMPLETE = "complete"
    CANCELED = "canceled"
    ERROR = "error"


# Of the events; what is not here (INPUT_INFORMATION, NEW_WARNING, QUEUE_HOP) says nothing about how far a job is.
EVENT_STATUS = {
    "SUBMITTED": TranscodeStatus.SUBMITTED,
    "PROGRESSING": TranscodeStatus.PROGRESSING,
    "STATUS_UPDATE": TranscodeStatus.PROGRESSING,
    "COMPLETE": TranscodeStatus.COMPLETE,
    "CANCELED": TranscodeStatus.CANCELED,
    "ERROR": TranscodeStatus.ERROR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscodedOutput:
    """`uri` is a rendition's playlist or a file; `duration_ms` in milliseconds; pixels are None for sound alone."""

    uri: str
    duration_ms: int
    width: int | None = None
    height: int | None = None

    @property
    def name(self) -> str:
        """`audio_128k`, `720p`, `dual`: the file's name without what all pictures' files begin with."""
        return self.uri.rsplit("/", 1)[-1].rsplit(".", 1)[0].removeprefix("video_")


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscodeNews:
    """`percent` is 0 to 100 or unknown; `error_words` are the service's own; `playlist_uri` names the renditions.

    `times` are told by GetJob alone: an event has the moment at which it was sent.
    """

    job_id: str
    status: TranscodeStatus
    metadata: Mapping[str, str] = field(default_factory=dict)
    percent: int | None = None
    error_code: int | None = None
    error_words: str | None = None
    playlist_uri: str | None = None
    renditions: Sequence[TranscodedOutput] = ()
    files: Sequence[TranscodedOutput] = ()
    times: JobTimes | None = None


def news_of_event(detail: Mapping[str, Any]) -> TranscodeNews | None:
    """From `detail` of a "MediaConvert Job State Change"; None if it does not tell how far the job is."""
    status = EVENT_STATUS.get(detail["status"])
    if status is None:
        return None
    groups = detail.get("outputGroupDetails", [])
    hls = [group for group in groups if group["type"] == HLS_GROUP]
    playlists = [uri for group in hls for uri in group["playlistFilePaths"]]
    return TranscodeNews(
        job_id=detail["jobId"],
        status=status,
        metadata=detail.get("userMetadata", {}),
        percent=_percent(detail, status),
        error_code=detail.get("errorCode"),
        error_words=detail.get("errorMessage"),
        playlist_uri=playlists[0] if playlists else None,
        renditions=tuple(_outputs(hls)),
        files=tuple(_outputs([group for group in groups if group["type"] != HLS_GROUP])),
    )


def news_of_job(job: JobTypeDef) -> TranscodeNews:
    """From GetJob, which names no files: they follow from the job's own settings."""
    status = TranscodeStatus(job["Status"].lower())
    groups = job["Settings"]["OutputGroups"] if status is TranscodeStatus.COMPLETE else []
    details = job.get("OutputGroupDetails", [])[: len(groups)]
    made = list(zip(groups, details, strict=True))
    hls = [group for group in groups if _is_hls(group)]
    return TranscodeNews(
        job_id=job["Id"],
        status=status,
        metadata=job.get("UserMetadata", {}),
        percent=100 if status is TranscodeStatus.COMPLETE else job.get("JobPercentComplete"),
        error_code=job.get("ErrorCode"),
        error_words=job.get("ErrorMessage"),
        playlist_uri=f"{_destination(hls[0])}.m3u8" if hls else None,
        renditions=tuple(output for group, detail in made if _is_hls(group) for output in _of_job(group, detail)),
        files=tuple(output for group, detail in made if not _is_hls(group) for output in _of_job(group, detail)),
        times=_times(job),
    )


def _times(job: JobTypeDef) -> JobTimes | None:
    """None as long as it is not over."""
    timing = job.get("Timing", {})
    if "SubmitTime" not in timing or "FinishTime" not in timing:
        return None
    return JobTimes(
        submitted_at=timing["SubmitTime"], started_at=timing.get("StartTime"), finished_at=timing["FinishTime"]
    )


def _percent(detail: Mapping[str, Any], status: TranscodeStatus) -> int | None:
    if status is TranscodeStatus.COMPLETE:
        return 100
    percent: int | None = detail.get("jobProgress", {}).get("jobPercentComplete")
    return percent


def _outputs(groups: Sequence[Mapping[str, Any]]) -> Iterator[TranscodedOutput]:
    for group in groups:
        for output in group["outputDetails"]:
            video = output.get("videoDetails", {})
            yield TranscodedOutput(
                uri=output["outputFilePaths"][0],
                duration_ms=output["durationInMs"],
                width=video.get("widthInPx"),
                height=video.get("heightInPx"),
            )


def _of_job(group: OutputGroupOutputTypeDef, details: OutputGroupDetailTypeDef) -> Iterator[TranscodedOutput]:
    for output, detail in zip(group["Outputs"], details["OutputDetails"], strict=True):
        video = detail.get("VideoDetails", {})
        extension = "m3u8" if _is_hls(group) else output["Extension"]
        yield TranscodedOutput(
            uri=f"{_destination(group)}{output.get('NameModifier', '')}.{extension}",
            duration_ms=detail["DurationInMs"],
            width=video.get("WidthInPx"),
            height=video.get("HeightInPx"),
        )


def _is_hls(group: OutputGroupOutputTypeDef) -> bool:
    return group["OutputGroupSettings"]["Type"] == "HLS_GROUP_SETTINGS"


def _destination(group: OutputGroupOutputTypeDef) -> str:
    settings = group["OutputGroupSettings"]
    return (settings["HlsGroupSettings"] if _is_hls(group) else settings["FileGroupSettings"])["Destination"]
