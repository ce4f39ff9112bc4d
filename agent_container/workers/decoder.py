"""Run as a program: one pocketsphinx decoder (English, about 110 MB), fed in pieces of an utterance."""

from itertools import islice

import pocketsphinx

from agent_container.workers.process import Methods, run
from agent_container.workers.product_words import PRODUCT_WORDS

SEARCHED = 30  # paths through the lattice; many differ by silences alone
GUESSES = 10
# Every utterance is held against the average of those before it (cepstral mean); this one stands for the first.
# Measured: the mean over three voices, 33 sentences each. The built-in start doubles the errors of the first sentence.
USUAL_SPEECH = "49.9,1.76,8.77,16.7,-0.7,0.71,2.04,-5.95,-1.83,-1.28,5.31,1.58,4.0"
SILENCE = bytes(16_000)  # half a second


def load() -> Methods:
    decoder = pocketsphinx.Decoder(loglevel="FATAL")
    for left, (word, phones) in zip(reversed(range(len(PRODUCT_WORDS))), PRODUCT_WORDS.items(), strict=True):
        decoder.add_word(word, phones, left == 0)  # builds all its words anew, which takes 0.12 s
    _warm_up(decoder)

    def hypothesis() -> str:
        best = decoder.hyp()
        return best.hypstr if best else ""

    def feed(pcm: bytes) -> str:
        """16 kHz mono int16; answers with what it would be so far."""
        decoder.process_raw(pcm, no_search=False, full_utt=False)
        return hypothesis()

    def finish() -> list[str]:
        """What it may have been, the best guess first. Empty when nothing was heard."""
        decoder.end_utt()
        guesses = [guess.hypstr for guess in islice(decoder.nbest(), SEARCHED) if guess is not None]
        return list(dict.fromkeys(guess for guess in [hypothesis(), *guesses] if guess))[:GUESSES]

    return {"start": decoder.start_utt, "feed": feed, "finish": finish}


def _warm_up(decoder: pocketsphinx.Decoder) -> None:
    """Touches the models' pages, and forgets the silence again, which the next utterance would be held against."""
    decoder.start_utt()
    decoder.process_raw(SILENCE, no_search=False, full_utt=False)
    decoder.end_utt()
    decoder.set_cmn(USUAL_SPEECH)


if __name__ == "__main__":
    run(load)
