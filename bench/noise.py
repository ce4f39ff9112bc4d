"""What noise does to the laptop's ears, with and without suppression: how many questions are answered, and how often
noise alone would interrupt the agent. Through Opus, without a room; some nine minutes.

WebRTC's suppression is the one that browsers have, and the page asks for it unless a person chooses RNNoise or none.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

import numpy
from livekit import rtc
from livekit.agents import inference, stt, vad

from agent_container.brain.brain import Brain
from agent_container.bridge import Bridge
from agent_container.providers.local.recogniser import PocketSphinx
from agent_container.turn_taking import INTERRUPTION_MIN_S
from bench.noises import NOISES, Sound, at_distance, loudness, pcm_of, silence, sound_of
from bench.paraphrases import Paraphrase, read_paraphrases
from bench.questions import outcome_of
from bench.recordings import Samples, through_opus
from bench.rnnoise import Suppress, rnnoise
from echosphere.domain.language import Language
from tests.integration.agent.person import SAMPLE_RATE, spoken

DISTANCES_DB = (20, 10, 5)
QUESTIONS, VOICES = 15, ("rms", "slt", "kal16")
BEFORE_S, AFTER_S = 1.5, 0.8  # noise around a question: a suppressor learns from what comes before
NOISE_ALONE_S = 30.0
TEN_MS = SAMPLE_RATE // 100


@dataclass(frozen=True, slots=True)
class Outcome:
    asked: int
    answered: int
    """At once, as asked."""
    misheard: int
    """Answered as another question; the rest is refused or not heard."""
    interruptions_a_minute: float
    """By what the voice activity detector takes for speech in noise alone, if it is long enough to interrupt."""
    taken_for_speech: float
    """Share of noise alone."""


async def measure_noise() -> AsyncIterator[tuple[str, Outcome]]:
    """By noise and suppression, as it comes."""
    questions = _questions()
    usual = loudness(numpy.concatenate([sound for _, sound in questions]))
    around = round(NOISE_ALONE_S * SAMPLE_RATE)
    conditions: dict[str, Callable[[float], Sound]] = {"clean": lambda _: silence(NOISE_ALONE_S)}
    for kind, make in NOISES.items():
        for distance_db in DISTANCES_DB:
            conditions[f"{kind} {distance_db} dB"] = partial(at_distance, make(around), snr_db=distance_db)
    async with rnnoise(SAMPLE_RATE) as by_rnnoise:
        suppressors = {"as it is": as_it_is, "WebRTC's suppression": by_webrtc, "RNNoise": by_rnnoise}
        for name, noise in conditions.items():
            for how, suppress in suppressors.items():
                yield f"{name}, {how}", await _outcome(questions, noise, usual, suppress)


async def _outcome(
    questions: list[tuple[Paraphrase, Sound]], noise: Callable[[float], Sound], usual: float, suppress: Suppress
) -> Outcome:
    brain, counted = Brain(Language.ENGLISH), {"at once": 0, "misheard": 0}
    async with _ears(brain) as ears:
        for question, sound in questions:
            heard = await suppress(pcm_of(_in_the_middle(sound, noise(loudness(sound)))))
            outcome = outcome_of(brain, question, await _understood(ears, through_opus(heard, SAMPLE_RATE)))
            counted[outcome] = counted.get(outcome, 0) + 1
    alone = await _taken_for_speech(through_opus(await suppress(pcm_of(noise(usual))), SAMPLE_RATE))
    return Outcome(
        asked=len(questions),
        answered=counted["at once"],
        misheard=counted["misheard"],
        interruptions_a_minute=sum(each >= INTERRUPTION_MIN_S for each in alone) * 60 / NOISE_ALONE_S,
        taken_for_speech=round(sum(alone) / NOISE_ALONE_S, 2),
    )


async def as_it_is(samples: Samples) -> Samples:
    return samples


async def by_webrtc(samples: Samples) -> Samples:
    """As Chromium's constraint `noiseSuppression`: both come with a high-pass filter."""
    processing = rtc.AudioProcessingModule(noise_suppression=True, high_pass_filter=True)
    quiet = []
    for start in range(0, len(samples) - TEN_MS + 1, TEN_MS):
        frame = rtc.AudioFrame(samples[start : start + TEN_MS].tobytes(), SAMPLE_RATE, 1, TEN_MS)
        processing.process_stream(frame)
        quiet.append(numpy.frombuffer(frame.data, numpy.int16).copy())
    return numpy.concatenate(quiet)


def _questions() -> list[tuple[Paraphrase, Sound]]:
    """Never of the sixty that nobody may look at."""
    ours = [each for each in read_paraphrases() if each.title != "something else"]
    chosen = ours[:: len(ours) // QUESTIONS][:QUESTIONS]
    return [(each, sound_of(spoken(each.text, VOICES[number % 3]))) for number, each in enumerate(chosen)]


def _in_the_middle(sound: Sound, noise: Sound) -> Sound:
    together = numpy.concatenate([silence(BEFORE_S), sound, silence(AFTER_S)])
    return together + noise[: len(together)]


@asynccontextmanager
async def _ears(brain: Brain) -> AsyncIterator[PocketSphinx]:
    thinking = Bridge("brain")
    ears = PocketSphinx(prefer=lambda guesses: thinking.run(brain.most_familiar, guesses))
    ears.load()
    try:
        yield ears
    finally:
        ears.close()
        thinking.close()


async def _understood(ears: PocketSphinx, samples: Samples) -> str:
    async with ears.stream() as stream:
        _push(samples, stream)
        stream.end_input()
        events = [event async for event in stream]
    return " ".join(each.alternatives[0].text for each in events if each.type is stt.SpeechEventType.FINAL_TRANSCRIPT)


async def _taken_for_speech(samples: Samples) -> list[float]:
    """Seconds of each stretch."""
    stream = inference.VAD().stream()
    _push(samples, stream)
    stream.end_input()
    events = [event async for event in stream]
    await stream.aclose()
    stretches = [each.speech_duration for each in events if each.type is vad.VADEventType.END_OF_SPEECH]
    return stretches + ([events[-1].speech_duration] if events and events[-1].speaking else [])


def _push(samples: Samples, stream: stt.RecognizeStream | vad.VADStream) -> None:
    for start in range(0, len(samples), 2 * TEN_MS):
        piece = samples[start : start + 2 * TEN_MS]
        stream.push_frame(rtc.AudioFrame(piece.tobytes(), SAMPLE_RATE, 1, len(piece)))
