"""One job from its input to its last playlist, in a folder of its own that is deleted at the end."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from local.mediaconvert import ffmpeg_command
from local.mediaconvert.ffmpeg_run import FfmpegRun, TookTooLong
from local.mediaconvert.outcomes import UNKNOWN, JobFailed
from local.mediaconvert.plan import FileGroup, HlsGroup, Plan
from local.mediaconvert.playlists import media_playlist, multivariant_playlist
from local.mediaconvert.rendition import Rendition
from local.mediaconvert.role_storage import RoleStorage
from local.mediaconvert.segments import Segments
from local.mediaconvert.source import Source, read_source

FOLDER_PREFIX = "mediaconvert-"
# Of the whole job; playlists and what ffmpeg finished last are stored after it.
TRANSCODED_PERCENT = 95


@dataclass(frozen=True, kw_only=True)
class Limit:
    """Seconds: at least, and for each second of media."""

    least_s: float
    for_each_s: float

    def for_media_of(self, duration_s: float) -> float:
        return self.least_s + self.for_each_s * duration_s


# A machine with something to spare is done long before; a slow one that does other work needs a multiple of the
# media's length, and more means that it hangs.
PATIENCE, LIMIT = Limit(least_s=5, for_each_s=0.5), Limit(least_s=120, for_each_s=5)


@dataclass(frozen=True, kw_only=True)
class MadeOutput:
    """Length in milliseconds; pixels are 0 for sound alone."""

    path: str
    duration_ms: int
    width: int = 0
    height: int = 0


@dataclass(frozen=True, kw_only=True)
class MadeGroup:
    kind: str
    outputs: list[MadeOutput]
    playlist: str = ""


def transcode(
    plan: Plan, storage: RoleStorage, run: FfmpegRun, *, on_percent: Callable[[str, int], None]
) -> list[MadeGroup]:
    """`on_percent` is given the phase and the percent of the whole job. Raises JobFailed, JobCanceled."""
    with tempfile.TemporaryDirectory(prefix=FOLDER_PREFIX) as made:
        folder = Path(made)
        on_percent("PROBING", 0)
        input_path = folder / "input"
        storage.download(plan.source_bucket, plan.source_key, input_path)
        source = read_source(input_path, plan)
        work = _Work(plan, source, input_path, storage, _reporter(on_percent, source))
        made_in, tracked = _make(work, folder, run)
        on_percent("UPLOADING", TRANSCODED_PERCENT)
        return [
            _finish_hls(group, [each for each in tracked if each.segments.group is group], storage)
            if isinstance(group, HlsGroup)
            else _finish_files(group, made_in / str(number), source, storage)
            for number, group in enumerate(plan.groups)
        ]


@dataclass(frozen=True)
class _Work:
    plan: Plan
    source: Source
    input_path: Path
    storage: RoleStorage
    report: Callable[[float], None]


def _make(work: _Work, folder: Path, run: FfmpegRun) -> tuple[Path, list[Rendition]]:
    """Where it is, and the renditions. A full machine leaves nothing to what is idle: then it is made once more."""
    ways, duration_s = ffmpeg_command.ways(), work.source.duration_s
    for tries_left, way in zip(reversed(range(len(ways))), ways, strict=True):
        limit = PATIENCE if tries_left else LIMIT
        made_in = folder / f"try{tries_left}"
        made_in.mkdir()
        try:
            return made_in, _run(work, made_in, run, way=way, limit_s=limit.for_media_of(duration_s))
        except TookTooLong:
            continue
    raise JobFailed(UNKNOWN, f"The transcode did not end within {LIMIT.for_media_of(duration_s):.0f} seconds")


def _run(work: _Work, folder: Path, run: FfmpegRun, *, way: Sequence[str], limit_s: float) -> list[Rendition]:
    tracked = _tracked(work.plan, folder, work.source, work.storage)

    def on_progress(done_s: float) -> None:
        for rendition in tracked:
            rendition.store(rendition.segments.whole())
        work.report(done_s)

    commands = ffmpeg_command.commands(work.plan, work.source, work.input_path, folder, way=way)
    errors, duration_s = folder / "errors", work.source.duration_s
    run.run(commands, duration_s=duration_s, limit_s=limit_s, errors=errors, on_progress=on_progress)
    return tracked


def _reporter(on_percent: Callable[[str, int], None], source: Source) -> Callable[[float], None]:
    def report(done_s: float) -> None:
        share = done_s / source.duration_s if source.duration_s else 0
        on_percent("TRANSCODING", min(TRANSCODED_PERCENT, int(TRANSCODED_PERCENT * share)))

    return report


def _tracked(plan: Plan, folder: Path, source: Source, storage: RoleStorage) -> list[Rendition]:
    return [
        Rendition(Segments(group, output, folder / str(number)), source, storage)
        for number, group in enumerate(plan.groups)
        if isinstance(group, HlsGroup)
        for output in group.outputs
    ]


def _finish_hls(group: HlsGroup, tracked: list[Rendition], storage: RoleStorage) -> MadeGroup:
    """The playlist that names all is stored last: whoever finds it finds the rest."""
    made = [rendition.finish() for rendition in tracked]
    for each in made:
        storage.write(group.bucket, f"{each.output.path}.m3u8", media_playlist(group, each))
    storage.write(group.bucket, f"{group.path}.m3u8", multivariant_playlist(made))
    outputs = [
        MadeOutput(
            path=f"s3://{group.bucket}/{each.output.path}.m3u8",
            duration_ms=round(each.duration_s * 1000),
            width=each.width,
            height=each.height,
        )
        for each in made
    ]
    return MadeGroup(kind="HLS_GROUP", outputs=outputs, playlist=f"s3://{group.bucket}/{group.path}.m3u8")


def _finish_files(group: FileGroup, folder: Path, source: Source, storage: RoleStorage) -> MadeGroup:
    outputs = []
    for output in group.outputs:
        storage.upload(output.bucket, output.path, folder / output.name)
        path = f"s3://{output.bucket}/{output.path}"
        outputs.append(MadeOutput(path=path, duration_ms=round(source.duration_s * 1000)))
    return MadeGroup(kind="FILE_GROUP", outputs=outputs)
