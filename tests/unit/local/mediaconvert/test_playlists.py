import pytest

from local.mediaconvert.plan import HlsGroup, Output, Picture, Sound
from local.mediaconvert.playlists import AAC_LC, Made, Segment, media_playlist, multivariant_playlist

pytestmark = pytest.mark.unit

SOUND = Sound(track=0, name="Talk", bits_per_second=64_000, sample_rate_hz=48_000, channels=1, mix_db=None)
PICTURE = Picture(width=1280, height=720, bits_per_second=2_500_000, quality=7, key_frame_every_s=2)


def group(*, rounds_target_up: bool = False) -> HlsGroup:
    return HlsGroup(
        bucket="media",
        path="hls/video",
        segment_s=6,
        shortest_last_segment_s=1,
        rounds_target_up=rounds_target_up,
        outputs=[],
    )


def segments(*durations_s: float, bytes_a_second: int = 1000) -> list[Segment]:
    return [
        Segment(name=f"s_{number:05d}.ts", duration_s=duration_s, size=int(duration_s * bytes_a_second))
        for number, duration_s in enumerate(durations_s, start=1)
    ]


def sound(name: str = "audio_64k", **more: object) -> Made:
    output = Output(bucket="media", path=f"hls/{name}", sound=SOUND, picture=None, **more)  # type: ignore[arg-type]
    return Made(output=output, segments=segments(6, 6, 2), codecs=AAC_LC)


def picture() -> Made:
    output = Output(bucket="media", path="hls/video_720p", sound=None, picture=PICTURE, audio_groups=["audio_128k"])
    made = segments(6, 4, bytes_a_second=10_000)
    return Made(output=output, segments=made, codecs="avc1.64001F", width=1280, height=720, frames_per_second=15)


def test_a_rendition_lists_its_segments_and_ends() -> None:
    assert media_playlist(group(), sound()).splitlines() == [
        "#EXTM3U",
        "#EXT-X-VERSION:3",
        "#EXT-X-TARGETDURATION:6",
        "#EXT-X-MEDIA-SEQUENCE:1",
        "#EXT-X-PLAYLIST-TYPE:VOD",
        "#EXTINF:6.000000,",
        "s_00001.ts",
        "#EXTINF:6.000000,",
        "s_00002.ts",
        "#EXTINF:2.000000,",
        "s_00003.ts",
        "#EXT-X-ENDLIST",
    ]


@pytest.mark.parametrize(
    ("longest_s", "rounds_target_up", "expected"),
    [(6.016, False, 6), (6.016, True, 7), (6.5, False, 7), (0.2, False, 1)],
)
def test_no_segment_is_longer_than_the_target_once_rounded(
    longest_s: float, rounds_target_up: bool, expected: int
) -> None:
    made = Made(output=sound().output, segments=segments(longest_s), codecs=AAC_LC)

    playlist = media_playlist(group(rounds_target_up=rounds_target_up), made)

    assert f"#EXT-X-TARGETDURATION:{expected}\n" in playlist


def test_sound_alone_is_a_variant_with_its_peak_and_average() -> None:
    assert multivariant_playlist([sound()]).splitlines() == [
        "#EXTM3U",
        "#EXT-X-VERSION:3",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        '#EXT-X-STREAM-INF:BANDWIDTH=8000,AVERAGE-BANDWIDTH=8000,CODECS="mp4a.40.2"',
        "audio_64k.m3u8",
    ]


def test_a_picture_names_the_sound_it_goes_with_and_counts_its_bits() -> None:
    beside = sound("video_audio_128k", track="default", audio_group="audio_128k")

    assert multivariant_playlist([picture(), beside]).splitlines()[3:] == [
        (
            '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio_128k",NAME="Talk",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="1",'
            'URI="video_audio_128k.m3u8"'
        ),
        (
            '#EXT-X-STREAM-INF:BANDWIDTH=88000,AVERAGE-BANDWIDTH=88000,CODECS="avc1.64001F,mp4a.40.2",'
            'RESOLUTION=1280x720,FRAME-RATE=15.000,AUDIO="audio_128k"'
        ),
        "video_720p.m3u8",
    ]


def test_a_short_last_segment_makes_no_peak() -> None:
    whole, last = segments(6)[0], Segment(name="s_2.ts", duration_s=0.5, size=60_000)

    assert Made(output=sound().output, segments=[whole, last], codecs=AAC_LC).peak_bits == 8000
