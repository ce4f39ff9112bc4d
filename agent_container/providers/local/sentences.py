"""Where the framework cuts text into sentences, so that what was rehearsed is what will be asked for."""

from livekit.agents import tokenize


def sentences_in(text: str) -> list[str]:
    return [sentence.strip() for sentence in tokenize.blingfire.SentenceTokenizer(retain_format=True).tokenize(text)]
