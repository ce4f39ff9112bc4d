"""Signs of an attempt in English. Lower case; a gap never leaves its sentence."""

from echosphere.domain.instruction_attempts.near import near

_GAP = r"[^.!?]{0,60}?"
_REVIEW = (
    r"\b(evaluator|assessor|grader|marker|reviewer|examiner|"
    r"(automatic|automated) (review|marking|grading|scor\w+|check)|marking is automatic|"
    r"(scoring|grading) (machine|mode)|"
    r"(model|ai|machine|robot|computer|algorithm|system|thing|whoever|who|what) (that |which |'s |is |will )*"
    r"(scor|grad|rat|evaluat|check|assess|mark|review|judg|process)\w*)\b"
)
_VERDICT = (
    r"\b((full|top|perfect|high\w*|best|maximum) (marks?|scores?|grades?|ratings?)|"
    r"(five|5|ten|10) (out of (five|5|ten|10)|stars?)|hundred per ?cent|"
    r"(output|conclude|say|as|return) (a )?(pass|passed)|excellent|outstanding|flawless|"
    r"native level|points? off|no (mistakes|errors|deductions)|only (count|the good)|leave out)\b|100 ?%"
)
_HIDDEN = (
    r"\b(set ?up text|(confidential|secret|hidden|internal|initial|original) (set ?up|instructions?|rules?|text|prompt|"
    r"orders?|guidelines?)|(before|above|prior to) my first (message|word|line)|to keep secret|"
    r"(developers?|creators?|makers?|company) (have )?(told|forbid|forbade|banned|gave) you|debug mode|configuration)\b"
)
_TELL = r"\b(tell|repeat|reveal|recite|rhym\w+|sing|song|poem|summari[sz]e|print|read|show|output|list|enter|dump)\b"

ENGLISH = (
    (
        rf"\b(ignore|disregard|forget|override|overrule|bypass|(not|n't) follow|bound by|stop following){_GAP}"
        r"\b(instructions?|rules|guidelines|criteria|prompts?|filters|programming|everything|(been|were) told)\b"
    ),
    (
        rf"\b(reveal|print|show|repeat|display|output|tell me|what){_GAP}"
        r"\b(system prompt|hidden|(your|above) (exact )?(instructions|prompt|configuration)|text of your)\b"
    ),
    (
        rf"\b(act|behave|pretend|you are now|from now on,? you|here on you){_GAP}"
        r"\b(judge|evaluator|assistant|dan|restrictions?|rules|guidelines|obey|must|human)\b"
    ),
    r"\b(new|updated) (instructions|rules|task)\b|\b(rules|instructions) (have been|are|were) (updated|changed|new)\b",
    r"^\s*(system|developer|admin(istrator)?)\s*:|\bdeveloper mode\b|\bmessage (is )?from the developers?\b",
    (
        rf"\b(give|set|return|write|output|mark|rate|score|say){_GAP}"
        r"\b(scores?|ratings?|stars?|marks|grade|out of (five|5)|as passed|relevance|excellent|flawless)\b"
    ),
    (
        r"\bwho(ever)? (grades|evaluates|judges|reads)\b|"
        r"\b(your|the) evaluation\b|\bevaluator\b|\bfor the judge\b"
    ),
    near(_REVIEW, _VERDICT, 140),
    near(_HIDDEN, _TELL),
    near(
        r"\b(ai|bot|assistant|model|character|persona)\b",
        r"\b(no|without|any) (restrictions?|limits?|rules|filters?)\b",
    ),
    rf"\b(switch|turn) off{_GAP}\b(safety|filters?|restrictions?|rules)\b",
    r"\braw model\b|\b(answer|speak|talk|respond) unfiltered\b",
    rf"\b(restrictions|limits|rules|filters|safety settings)\b{_GAP}\b(lifted|gone|off|disabled|removed|suspended)\b",
    r"\b(new|updated|additional|special) (directive|order|command|rule for you)\b",
    r"\b(admin|root|override) (command|access|mode)\b",
    r"\b(abandon|drop|leave|quit|stop being) (your|the) (\w+ )?(role|persona|character|clerk|script)\b",
    rf"\b(don't|do not) have to (follow|obey|stick to){_GAP}\b(scenario|script|set ?up|role|rules)\b",
    rf"\b(agree with|obey|praise){_GAP}\b(every|everything|all|without limit|me alone|only me)\b",
    r"\b(treat|regard) (my words|me|what i say) as (the |an? )?(operator|admin\w*|developer|owner|coming from)",
    rf"\b(translate|decode|read)\b{_GAP}.{{0,30}}\b(carry it out|do (it|what it says)|follow it|obey it)\b",
    near(r"\b(first letters?|rot ?(13|thirteen)|base ?64|backwards|in reverse)\b", _REVIEW, 140),
    r"\b(ignore|skip|forget) the (rubric|criteria|marking)\b",
    r"\b(language model|ai|system)\b.{0,40}\b(processes|reads|sees) this\b",
    r"\bignora tus instrucciones\b",
)
