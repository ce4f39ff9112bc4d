import pytest

from echosphere.domain.hls import subtitle_playlist, with_subtitles
from echosphere.domain.hls_faults import fault_of_master, fault_of_segments

pytestmark = pytest.mark.unit
MASTER = """#EXTM3U
#EXT-X-VERSION:4
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio_128k",NAME="a",DEFAULT=YES,URI="audio_128k.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=3300000,AVERAGE-BANDWIDTH=2900000,CODECS="avc1.64001f,mp4a.40.2",AUDIO="audio_128k"
video_720p.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=70400,CODECS="mp4a.40.2"
audio_64k.m3u8
"""
SEGMENTS = """#EXTM3U
#EXT-X-VERSION:3
#EXT-X-TARGETDURATION:6
#EXT-X-PLAYLIST-TYPE:VOD
#EXTINF:6.400000,
a_00001.ts
#EXTINF:2.500000,
#EXT-X-BYTERANGE:9@0
a_00002.ts
#EXT-X-ENDLIST
"""


def test_what_the_transcoder_writes_has_no_fault() -> None:
    assert fault_of_master(MASTER) is None
    assert fault_of_segments(SEGMENTS) is None


def test_what_we_add_to_it_has_none_either() -> None:
    offered = with_subtitles(MASTER, uri="captions.m3u8", language="ja-JP", name="日本語")

    assert fault_of_master(offered) is None
    assert fault_of_segments(subtitle_playlist("captions.vtt", duration_s=63.4)) is None


@pytest.mark.parametrize(
    ("found", "put", "words"),
    [
        ("#EXTM3U\n", "", "begin with #EXTM3U"),
        ("BANDWIDTH=70400,", "", "BANDWIDTH"),
        ("BANDWIDTH=3300000,AVERAGE-", "AVERAGE-", "BANDWIDTH"),
        ("video_720p.m3u8\n", "", "no address after #EXT-X-STREAM-INF"),
        ("\naudio_64k.m3u8\n", "\n", "no address after #EXT-X-STREAM-INF"),
        ('AUDIO="audio_128k"', 'SUBTITLES="audio_128k"', "SUBTITLES group audio_128k"),
    ],
)
def test_a_master_that_is_broken_is_told(found: str, put: str, words: str) -> None:
    assert found in MASTER

    assert words in (fault_of_master(MASTER.replace(found, put)) or "")


def test_a_group_of_sound_that_is_not_there_is_no_reason_to_lose_a_talk() -> None:
    assert fault_of_master(MASTER.replace('GROUP-ID="audio_128k"', 'GROUP-ID="other"')) is None


@pytest.mark.parametrize(
    ("found", "put", "words"),
    [
        ("#EXTM3U\n", "", "begin with #EXTM3U"),
        ("#EXT-X-TARGETDURATION:6\n", "", "EXT-X-TARGETDURATION"),
        ("#EXTINF:6.400000", "#EXTINF:6.500000", "longer than EXT-X-TARGETDURATION"),
        ("a_00001.ts\n", "", "no address after #EXTINF"),
        ("a_00002.ts\n", "", "no address after #EXTINF"),
        ("#EXTINF:2.500000,\n", "", "without its #EXTINF"),
        ("#EXT-X-ENDLIST\n", "", "EXT-X-ENDLIST"),
    ],
)
def test_a_list_of_segments_that_is_broken_is_told(found: str, put: str, words: str) -> None:
    assert found in SEGMENTS

    assert words in (fault_of_segments(SEGMENTS.replace(found, put)) or "")
