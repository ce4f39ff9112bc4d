"""One job from its input to its last playlist, in a folder of its own that is deleted at the end."""

import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from local.mediaconvert import ffmpeg_command
from local.mediaconvert.ffmpeg_run import FfmpegRun
from local.mediaconvert.plan import FileGroup, HlsGroup, Plan
from local.mediaconvert.playlists import AAC_LC, Made, media_playlist, multivariant_playlist
from local.mediaconvert.role_storage import RoleStorage
from local.mediaconvert.segments import Segments
from local.mediaconvert.source import PROBE_WITHIN_S, Source, read_source

FOLDER_PREFIX = "mediaconvert-"
# Of the whole job; playlists and what ffmpeg finished last are stored after it.
TRANSCODED_PERCENT = 95


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
        tracked = _tracked(plan, folder)

        def on_progress(done_s: float) -> None:
            for segments in tracked:
                _store(storage, segments, segments.whole())
            share = done_s / source.duration_s if source.duration_s else 0
            on_percent("TRANSCODING", min(TRANSCODED_PERCENT, int(TRANSCODED_PERCENT * share)))

        arguments = ffmpeg_command.command(plan, source, input_path, folder)
        run.run(arguments, duration_s=source.duration_s, errors=folder / "errors", on_progress=on_progress)
        on_percent("UPLOADING", TRANSCODED_PERCENT)
        return [
            _finish_hls(group, [each for each in tracked if each.group is group], source, storage)
            if isinstance(group, HlsGroup)
            else _finish_files(group, folder / str(number), source, storage)
            for number, group in enumerate(plan.groups)
        ]


def _tracked(plan: Plan, folder: Path) -> list[Segments]:
    return [
        Segments(group, output, folder / str(number))
        for number, group in enumerate(plan.groups)
        if isinstance(group, HlsGroup)
        for output in group.outputs
    ]


def _store(storage: RoleStorage, segments: Segments, paths: Iterator[Path]) -> None:
    folder = segments.group.path.rpartition("/")[0]
    for path in paths:
        storage.upload(segments.group.bucket, f"{folder}/{path.name}" if folder else path.name, path)
        path.unlink()


def _finish_hls(group: HlsGroup, tracked: list[Segments], source: Source, storage: RoleStorage) -> MadeGroup:
    """The playlist that names all is stored last: whoever finds it finds the rest."""
    made = []
    for segments in tracked:
        seen = _seen(segments, source)
        _store(storage, segments, segments.rest())
        made.append(replace(seen, segments=segments.all))
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


def _seen(segments: Segments, source: Source) -> Made:
    """Reads a picture's size and level off a segment that is still here."""
    output = segments.output
    codecs = [AAC_LC] if output.sound else []
    if not output.picture:
        return Made(output=output, segments=[], codecs=AAC_LC)
    entries = "stream=width,height,level"
    last = max(segments.folder.glob(f"{output.name}_*.ts"))
    command = ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", entries, "-of", "json", str(last)]
    stream = json.loads(subprocess.check_output(command, timeout=PROBE_WITHIN_S))["streams"][0]
    return Made(
        output=output,
        segments=[],
        codecs=",".join([f"avc1.6400{stream['level']:02X}", *codecs]),
        width=stream["width"],
        height=stream["height"],
        frames_per_second=float(Fraction(source.frame_rate)),
    )
