"""How sums are said, and how they are said back."""

from echosphere.domain.language import Language

# Longest first, because "times" is in no other but "square root" is in "the square root of".
SAYINGS = (
    (" raised to the power of ", " ^ "),
    (" to the power of ", " ^ "),
    (" the square root of ", " sqrt "),
    (" square root of ", " sqrt "),
    (" square root ", " sqrt "),
    (" multiplied by ", " * "),
    (" multiplied with ", " * "),
    (" divided by ", " / "),
    (" dividido por ", " / "),
    (" take away ", " - "),
    (" elevado a ", " ^ "),
    (" percent of ", " % "),
    (" per cent of ", " % "),
    (" one third of ", " third "),
    (" a third of ", " third "),
    (" one quarter of ", " quarter "),
    (" a quarter of ", " quarter "),
    (" half of ", " half "),
    (" half ", " half "),
    (" double ", " double "),
    (" twice ", " double "),
    (" triple ", " triple "),
    (" squared", " ^2"),
    (" square ", " ^2 "),
    (" cubed", " ^3"),
    (" ao quadrado", " ^2"),
    (" ao cubo", " ^3"),
    (" plus ", " + "),
    (" minus ", " - "),
    (" less ", " - "),
    (" times ", " * "),
    (" x ", " * "),
    (" over ", " / "),
    (" mais ", " + "),
    (" menos ", " - "),
    (" vezes ", " * "),
    ("足す", " + "),
    ("たす", " + "),
    ("引く", " - "),
    ("ひく", " - "),
    ("掛ける", " * "),
    ("かける", " * "),
    ("割る", " / "),
    ("わる", " / "),
    ("×", "*"),
    ("÷", "/"),
)

# After an operator only a number makes sense, so there these are numbers that were misheard.
MISHEARD = {
    "won": "1",
    "to": "2",
    "too": "2",
    "tree": "3",
    "for": "4",
    "far": "4",
    "sex": "6",
    "ate": "8",
    "it": "8",
    "tan": "10",
    "well": "12",
    "while": "12",
    "will": "12",
}
# Before "is" and a sum that is all there is, "what" was said: nobody asks why or where twelve times seven is.
MISHEARD_WHAT = ("why", "where", "while", "white", "who")
# And between "is" and an operator, or behind an operator as the last word of all.
MISHEARD_FIRST = {"for": "4", "far": "4", "a": "8"}
MISHEARD_LAST = {"a": "8"}

# Verbs stand before their numbers; "and", "to" and "by" are easily misheard for each other.
_JOIN = r"(?:and|to|by|with|from|in|the|a|an|or|two|too) "
VERBS = (
    (rf"^ (?:at|and) ({{NUMBER}}) {_JOIN}({{NUMBER}}) $", r"\1 + \2"),  # "add", misheard
    (rf"\b(?:add|sum of|sum) ({{NUMBER}}) {_JOIN}({{NUMBER}})", r"\1 + \2"),
    (rf"\b(?:multiply|product of) ({{NUMBER}}) {_JOIN}({{NUMBER}})", r"\1 * \2"),
    (rf"\bdivide ({{NUMBER}}) {_JOIN}({{NUMBER}})", r"\1 / \2"),
    (rf"\bdifference (?:between|of) ({{NUMBER}}) {_JOIN}({{NUMBER}})", r"\1 - \2"),
    (r"\b(?:take|subtract) ({NUMBER}) away from ({NUMBER})", r"\2 - \1"),
    (rf"\b(?:take|subtract) ({{NUMBER}}) {_JOIN}({{NUMBER}})", r"\2 - \1"),
)

_FILLERS = """
what s is are how much many the a an of and please calculate compute can could you tell me equals equal to does make
makes result answer sum work out i want know get when
total altogether up give one hey so but then it just now number do for as
quanto é e quantos são por favor
と は の いくつ いくら です か 何 なに 答え はいくつ はいくら は何 はなに
はいくつですか はいくらですか は何ですか はなんですか いくつですか いくらですか
"""
FILLERS = frozenset(_FILLERS.split())

IN_WORDS = {
    Language.ENGLISH: (
        (" ^2", " squared"),
        (" ^3", " cubed"),
        (" + ", " plus "),
        (" - ", " minus "),
        (" * ", " times "),
        (" / ", " divided by "),
        (" ^ ", " to the power of "),
        (" % ", " percent of "),
        ("sqrt ", "the square root of "),
        ("half ", "half of "),
        ("third ", "a third of "),
        ("quarter ", "a quarter of "),
    ),
    Language.JAPANESE: (
        (" + ", "足す"),
        (" - ", "引く"),
        (" * ", "かける"),
        (" / ", "割る"),
        (" ^ ", "の累乗、"),
        (" ^2", "の二乗"),
        (" ^3", "の三乗"),
        (" % ", "パーセントかける"),
    ),
    Language.PORTUGUESE: (
        (" + ", " mais "),
        (" - ", " menos "),
        (" * ", " vezes "),
        (" / ", " dividido por "),
        (" ^ ", " elevado a "),
        (" ^2", " ao quadrado"),
        (" ^3", " ao cubo"),
        (" % ", " por cento de "),
    ),
}
