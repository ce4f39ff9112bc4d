"""What it takes of the processor to know how much is said in each moment of an answer: our measure beside LiveKit's.

Of the same sentence, which comes at once, turn about in one process. All of it is on the loop that hands the sound on.
"""

import asyncio
from collections.abc import Sequence

from livekit import rtc
from livekit.agents.voice.transcription._speaking_rate import SpeakingRateDetector

from agent_container.speech.speaking_rate import SpeakingRate
from bench.stopwatch import Stopwatch, Taken, told
from tests.integration.agent.person import SAMPLE_RATE, spoken

ROUNDS = 100
SENTENCE = (
    "You can ask me for the time, for sums and for units, and how this works, and you may interrupt me whenever you"
    " like, because I keep only what you really heard."
)
FRAME_SAMPLES = SAMPLE_RATE // 50
SIMULATED = "no room and no caption: a voice's frames are handed to the measure alone, as fast as it takes them"


def bench_pace(*, rounds: int = ROUNDS) -> dict[str, object]:
    frames = _frames(spoken(SENTENCE, "rms"))
    ours, livekits = asyncio.run(_measure(frames, rounds))
    rows = {"ours": told(ours), "livekit": told(livekits)}
    return {
        "simulated": SIMULATED,
        "seconds_of_speech": round(sum(each.duration for each in frames), 1),
        **rows,
        "p50_to_livekit": round(rows["ours"]["cpu"]["p50_ms"] / rows["livekit"]["cpu"]["p50_ms"], 3),
    }


async def _measure(frames: Sequence[rtc.AudioFrame], rounds: int) -> tuple[list[Taken], list[Taken]]:
    ours, livekits = list[Taken](), list[Taken]()
    for _ in range(rounds):
        ours.append(await _taken(SpeakingRate(), frames))
        livekits.append(await _taken(SpeakingRateDetector(), frames))
    return ours, livekits


async def _taken(measure: SpeakingRate | SpeakingRateDetector, frames: Sequence[rtc.AudioFrame]) -> Taken:
    watch = Stopwatch()
    stream = measure.stream()
    for each in frames:
        stream.push_frame(each)
    stream.end_input()
    async for _ in stream:
        pass
    taken = watch.read()
    await stream.aclose()
    return taken


def _frames(pcm: bytes) -> list[rtc.AudioFrame]:
    size = 2 * FRAME_SAMPLES
    pieces = [pcm[begin : begin + size] for begin in range(0, len(pcm), size)]
    return [rtc.AudioFrame(each, SAMPLE_RATE, 1, len(each) // 2) for each in pieces]
