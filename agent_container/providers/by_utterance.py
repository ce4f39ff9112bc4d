"""Ears that want a whole utterance: the bundled voice activity detector says where it begins and ends."""

from livekit.agents import inference, stt

SILENCE_S = 0.25  # ends an utterance; shorter pauses lie inside of words
LEAD_IN_S = 0.3  # sound before the first sure speech, where its first consonant is


def by_utterance(ears: stt.STT[str]) -> stt.STT[str]:
    return Utterances(ears)


class Utterances(stt.StreamAdapter):
    def __init__(self, ears: stt.STT[str]) -> None:
        vad = inference.VAD(min_silence_duration=SILENCE_S, prefix_padding_duration=LEAD_IN_S)
        super().__init__(stt=ears, vad=vad)

    async def aclose(self) -> None:
        """LiveKit's adapter leaves what it wraps to whoever made it."""
        await super().aclose()
        await self.wrapped_stt.aclose()
