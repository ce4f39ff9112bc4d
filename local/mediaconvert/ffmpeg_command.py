"""The ffmpeg processes of a job, side by side: pictures, sounds, and each file for itself.

An encoder of sound keeps one processor busy and leaves the others idle; to decode sound once more costs little.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from local.mediaconvert.plan import FileGroup, HlsGroup, Output, Picture, Plan, Sound
from local.mediaconvert.source import Source

PROGRESS_EVERY_S = 0.5
# MediaConvert's transport streams begin at two seconds or later; earlier times could be negative before the first key
# frame, and muxers then move each file by another amount.
FIRST_TIME_S = 2
# A frame's time may be rounded down by less than a frame.
SEGMENT_TOLERANCE_S = 0.02
# The tables stand at the beginning of each segment; ffmpeg's ten a second would cost more than a quarter of the sound.
TABLES = "pat_period=600:sdt_period=600"
# x264's rate factor for QVBR's quality 10 and the step for each level below: 7 looks as x264's default, 23, does.
BEST_RATE_FACTOR, RATE_FACTOR_STEP = 17, 2
IDLE, NICE = ("chrt", "--idle", "0"), ("nice", "-n", "10")
Mix = tuple[int, tuple[tuple[float, ...], ...] | None]


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one process makes of one group, in its folder."""

    group: HlsGroup | FileGroup
    outputs: Sequence[Output]
    folder: Path


def commands(plan: Plan, source: Source, input_path: Path, folder: Path, *, way: Sequence[str]) -> list[list[str]]:
    """The one that takes longest is the first. `way` is one of `ways`."""
    return [[*_bound_to_the_cloud(), *way, *_command(part, source, input_path)] for part in _parts(plan, folder)]


def ways() -> Sequence[Sequence[str]]:
    """A talk that goes on is not kept waiting: what is idle gets what all others leave, which may be nothing.

    At nice 10 beside a talk's bursts of work they took 1.6 times as long, beside what is idle 1.1 times.
    """
    return [IDLE, NICE] if shutil.which(IDLE[0]) else [NICE]


def segment_list(folder: Path, output: Output) -> Path:
    """Lines of "file name, begin, end" in seconds; a line is written when its file is whole."""
    return folder / f"{output.name}.csv"


def _parts(plan: Plan, folder: Path) -> Iterator[Part]:
    for number, group in enumerate(plan.groups):
        (folder / str(number)).mkdir()
        pictures = [output for output in group.outputs if output.picture]
        sounds = [output for output in group.outputs if not output.picture]
        for outputs in (pictures, sounds):
            if outputs:
                yield Part(group=group, outputs=outputs, folder=folder / str(number))


def _command(part: Part, source: Source, input_path: Path) -> list[str]:
    graph, labels = _graph(part.outputs, source)
    arguments = ["ffmpeg", "-hide_banner", "-nostdin", "-loglevel", "error", "-y"]
    arguments += ["-progress", "pipe:1", "-stats_period", str(PROGRESS_EVERY_S), "-i", str(input_path)]
    arguments += ["-filter_complex", graph]
    for output in part.outputs:
        arguments += _encoded(output, labels, source)
        arguments += _written(part.group, output, part.folder)
    return arguments


def _bound_to_the_cloud() -> Iterator[str]:
    """No transcode outlives it."""
    if shutil.which("setpriv"):
        yield from ("setpriv", "--pdeathsig", "KILL")


def _graph(wanted: Sequence[Output], source: Source) -> tuple[str, Mapping[int, list[str]]]:
    """The filter graph, and by the identity of an output the labels of its sound and picture."""
    labels: dict[int, list[str]] = defaultdict(list)
    chains = []
    mixes: dict[Mix, list[Output]] = defaultdict(list)
    for output in wanted:
        if output.sound:
            mixes[output.sound.track, output.sound.mix_db].append(output)
    for number, ((track, mix_db), outputs) in enumerate(mixes.items()):
        names = [f"[a{number}_{index}]" for index in range(len(outputs))]
        chains.append(f"[0:a:{track}]{_panned(mix_db, source.channels[track])}asplit={len(names)}{''.join(names)}")
        for output, name in zip(outputs, names, strict=True):
            labels[id(output)].append(name)
    pictures = [output for output in wanted if output.picture]
    if pictures:
        splits = "".join(f"[s{index}]" for index in range(len(pictures)))
        chains.append(f"[0:v:0]split={len(pictures)}{splits}")
    for index, output in enumerate(pictures):
        assert output.picture
        chains.append(f"[s{index}]{_scaled(output.picture, source)}[v{index}]")
        labels[id(output)].append(f"[v{index}]")
    return ";".join(chains), labels


def _panned(mix_db: tuple[tuple[float, ...], ...] | None, channels: int) -> str:
    if mix_db is None:
        return ""
    layout = "mono" if len(mix_db) == 1 else "stereo"
    sums = (
        f"c{made}=" + "+".join(f"{10 ** (db / 20):.6f}*c{index}" for index, db in enumerate(levels[:channels]))
        for made, levels in enumerate(mix_db)
    )
    return f"pan={layout}|{'|'.join(sums)},"


def _scaled(picture: Picture, source: Source) -> str:
    width = picture.width or (-2 if picture.height else source.width // 2 * 2)
    height = picture.height or (-2 if picture.width else source.height // 2 * 2)
    return f"scale={width}:{height},setsar=1"


def _encoded(output: Output, labels: Mapping[int, list[str]], source: Source) -> Iterator[str]:
    for label in labels[id(output)]:
        yield from ("-map", label)
    if output.picture:
        yield from _h264(output.picture, source)
    if output.sound:
        yield from _aac(output.sound)


def _aac(sound: Sound) -> Iterator[str]:
    yield from ("-c:a", "aac", "-b:a", str(sound.bits_per_second))
    yield from ("-ar", str(sound.sample_rate_hz), "-ac", str(sound.channels))


def _h264(picture: Picture, source: Source) -> Iterator[str]:
    rate = str(picture.bits_per_second)
    yield from ("-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high", "-pix_fmt", "yuv420p")
    if picture.quality is None:
        yield from ("-b:v", rate, "-minrate", rate)
    else:
        yield from ("-crf", str(BEST_RATE_FACTOR + RATE_FACTOR_STEP * (10 - picture.quality)))
    yield from ("-maxrate", rate, "-bufsize", str(2 * picture.bits_per_second))
    yield from ("-r", source.frame_rate, "-sc_threshold", "0", "-g", "600")
    yield from ("-force_key_frames", f"expr:gte(t,n_forced*{picture.key_frame_every_s})")


def _written(group: HlsGroup | FileGroup, output: Output, folder: Path) -> Iterator[str]:
    if isinstance(group, FileGroup):
        yield from ("-f", "mp4", "-movflags", "+faststart", str(folder / output.name))
        return
    yield from ("-avoid_negative_ts", "disabled", "-f", "segment", "-segment_format", "mpegts")
    yield from ("-segment_time", str(group.segment_s), "-segment_time_delta", str(SEGMENT_TOLERANCE_S))
    yield from ("-segment_format_options", TABLES)
    yield from ("-initial_offset", str(FIRST_TIME_S), "-segment_start_number", "1")
    yield from ("-segment_list", str(segment_list(folder, output)), "-segment_list_type", "csv")
    yield str(folder / f"{output.name}_%05d.ts")
