from echosphere.adapters.judges.rules.faithfulness import faithfulness
from echosphere.adapters.judges.rules.goal import goal_completion
from echosphere.adapters.judges.rules.manners import interruptions_handled, language_kept
from echosphere.adapters.judges.rules.mood import moods
from echosphere.adapters.judges.rules.relevance import response_relevance
from echosphere.adapters.judges.rules.talk import ReadTalk
from echosphere.domain.evaluation import JudgeIdentity, JudgeKind, Verdict
from echosphere.domain.judged_talk import JudgedTalk
from echosphere.ports.judge import Meter

# To be raised with every change of a rule or a word list: talks judged before keep what they were judged by.
RULES = JudgeIdentity(name="rules", kind=JudgeKind.RULES, version="2")


class RuleJudge:
    identity = RULES

    def judge(self, talk: JudgedTalk, *, meter: Meter) -> Verdict:
        read = ReadTalk(talk)
        scores = (
            faithfulness(read),
            goal_completion(read),
            response_relevance(read),
            *moods(read),
            interruptions_handled(read),
            language_kept(read),
        )
        return Verdict(scores=scores)
