"""How the agent's English voice sounds, to tell what of it was heard."""

from array import array

from agent_container.providers.local.engines import flite
from agent_container.speech.read_aloud import read_aloud
from agent_container.speech.sentences import sentences_in
from echosphere.domain.language import Language
from echosphere.domain.loudness import STEPS_PER_SECOND

FULL_SCALE = 32_768


def as_the_agent_speaks(text: str) -> list[float]:
    """The highest sample of each twentieth of a second, from 0 to 1, in the agent's English voice."""
    voice = flite("rms")
    sentences = [read_aloud(sentence, Language.ENGLISH) for sentence in sentences_in(text)]
    samples = array("h", b"".join(voice.render(sentence) for sentence in sentences))
    step = voice.sample_rate // STEPS_PER_SECOND
    return [max(map(abs, samples[at : at + step])) / FULL_SCALE for at in range(0, len(samples), step)]
