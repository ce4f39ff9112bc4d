"""Whether the last thing that was asked was answered by something that one did not know before."""

from echosphere.adapters.judges.rules.talk import Exchange, ReadTalk
from echosphere.adapters.judges.rules.terms import facts, terms
from echosphere.adapters.judges.rules.words import words_of
from echosphere.domain.evaluation import Metric, Score


def goal_completion(read: ReadTalk) -> Score:
    asked = [each for each in read.exchanges if read.is_question(each.said.text)]
    if not asked:
        return Score(metric=Metric.GOAL_COMPLETION, value=None, reason=read.reason("asked_nothing"))
    open_ones = [each for each in asked if not _is_answered(read, each)]
    if asked[-1] in open_ones:
        return Score(
            metric=Metric.GOAL_COMPLETION,
            value=2 if len(open_ones) == 1 else 1,
            reason=read.reason("unanswered"),
            message_ids=tuple(each.said.id for each in open_ones[-3:]),
        )
    value = 4 if open_ones else 5
    return Score(metric=Metric.GOAL_COMPLETION, value=value, reason=read.reason("answered"))


def _is_answered(read: ReadTalk, exchange: Exchange) -> bool:
    if exchange.answer is None or exchange.answer.interrupted:
        return False
    text = exchange.answer.text
    words = words_of(read.language_of(text))
    if words.any_of("evasion", text):
        return False
    says_yes_or_no = words.has_negation(text) or words.any_of("affirmation", text)
    new_facts = facts(text, read.language_of(text)) - facts(exchange.said.text, read.talk.language)
    ground = read.ground_of(exchange.answer)
    new_words = (terms(text) - read.said_until(exchange.said)) & read.terms_about(exchange.said, ground=ground)
    return says_yes_or_no or bool(new_facts) or bool(new_words) or not read.told.sentences
