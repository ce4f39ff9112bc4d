"""The AAC settings that AWS refuses.

Source: docs.aws.amazon.com/mediaconvert/latest/ug/aac-support.html, table of constant bit rates for profile LC, in
bits per second. It is written here a second time on purpose: the product must not be its own judge.
"""

from collections.abc import Iterator, Mapping

Settings = Mapping[str, object]

_1_0 = {
    8000: "8000 10000 12000 14000",
    12000: "8000 10000 12000 14000",
    16000: "8000 10000 12000 14000 16000 20000 24000 28000",
    22050: "24000 28000",
    24000: "24000 28000",
    32000: "32000 40000 48000 56000 64000 80000 96000 112000 128000 160000 192000",
    44100: "56000 64000 80000 96000 112000 128000 160000 192000 224000 256000",
    48000: "56000 64000 80000 96000 112000 128000 160000 192000 224000 256000 288000",
    88200: "288000",
    96000: "128000 160000 192000 224000 256000 288000",
}
_2_0 = {
    8000: "16000 20000",
    12000: "16000 20000",
    16000: "16000 20000 24000 28000 32000",
    22050: "32000",
    24000: "32000",
    32000: "40000 48000 56000 64000 80000 96000 112000 128000 160000 192000 224000 256000 288000 320000 384000",
    44100: "64000 80000 96000 112000 128000 160000 192000 224000 256000 288000 320000 384000 448000 512000",
    48000: "64000 80000 96000 112000 128000 160000 192000 224000 256000 288000 320000 384000 448000 512000 576000",
}
CBR_OF_LC: Mapping[str, Mapping[int, str]] = {"CODING_MODE_1_0": _1_0, "CODING_MODE_2_0": _2_0}
GUIDE = "https://docs.aws.amazon.com/mediaconvert/latest/ug/aac-support.html"


def refused(aac: Settings, path: str) -> Iterator[str]:
    mode, rate, bit_rate = aac["codingMode"], aac["sampleRate"], aac.get("bitrate")
    assert isinstance(mode, str)
    assert isinstance(rate, int)
    table = CBR_OF_LC.get(mode, {})
    if rate not in table:
        yield (
            f"{path}/sampleRate: You specified a value for Sample rate that is not valid with the combination of"
            f" Profile LC and Coding mode {mode} you selected. For a list of supported sample rates, see: {GUIDE}"
        )
        return
    allowed = [int(each) for each in table[rate].split()]
    if bit_rate not in allowed:
        yield (
            f"{path}/bitrate: You specified a value for Bitrate that is not valid with the combination of Profile LC,"
            f" Coding mode {mode}, and Sample rate {rate} you selected. Specify a bitrate in the range of"
            f" {allowed[0]}-{allowed[-1]}, and resubmit your job For a list of supported bitrates, see: {GUIDE}"
        )
