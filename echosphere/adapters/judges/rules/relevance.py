"""Answers that have no word in common with what was asked, nor with anything that the persona was told."""

from echosphere.adapters.judges.rules.talk import Exchange, ReadTalk
from echosphere.adapters.judges.rules.terms import terms
from echosphere.domain.evaluation import Metric, Score

# Shorter than this is "Of course", which is about anything.
SAYS_SOMETHING = 3


def response_relevance(read: ReadTalk) -> Score:
    answered = [each for each in read.exchanges if each.answer]
    if not answered:
        return Score(metric=Metric.RESPONSE_RELEVANCE, value=None, reason=read.reason("nothing_answered"))
    stray = [each.answer.id for each in answered if each.answer and _is_stray(read, each)]
    if stray:
        return Score(
            metric=Metric.RESPONSE_RELEVANCE,
            value=1 if 2 * len(stray) >= len(answered) else 2,
            reason=read.reason("stray"),
            message_ids=tuple(stray[:3]),
        )
    return Score(metric=Metric.RESPONSE_RELEVANCE, value=5, reason=read.reason("to_the_point"))


def _is_stray(read: ReadTalk, exchange: Exchange) -> bool:
    """In another language no word is shared whatever it says."""
    assert exchange.answer
    text = exchange.answer.text
    said = terms(text)
    if len(said) < SAYS_SOMETHING or read.is_courtesy(text) or read.language_of(text) is not read.talk.language:
        return False
    # Of what tools gave only what speaks of the question: a tool may have looked up something else.
    looked_up = read.terms_about(exchange.said, ground=read.ground_of(exchange.answer))
    return not said & (terms(exchange.said.text) | read.told.terms | read.name | looked_up)
