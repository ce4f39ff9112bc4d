"""Portuguese number words as digits: "vezes doze" → "vezes 12", "mil duzentos e cinco" → "1205"."""

import re
from collections.abc import Sequence

_BELOW_TWENTY = """
zero um dois três quatro cinco seis sete oito nove dez
onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove
"""
_TENS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"
_HUNDREDS = "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
SMALL = {word: value for value, word in enumerate(_BELOW_TWENTY.split())}
SMALL |= {"uma": 1, "duas": 2, "tres": 3, "catorze": 14, "dezasseis": 16, "dezassete": 17, "dezanove": 19}
SMALL |= {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)}
SMALL |= {word: 100 * hundreds for hundreds, word in enumerate(_HUNDREDS.split(), 1)}
SMALL |= {word.replace("os", "as"): value for word, value in SMALL.items() if word.endswith("entos")}
SMALL |= {"cem": 100, "duzentas": 200, "trezentas": 300, "quinhentas": 500}
LARGE = {"mil": 10**3, "milhão": 10**6, "milhões": 10**6, "bilhão": 10**9, "bilhões": 10**9}
DIGITS = {word for word, value in SMALL.items() if value in range(10)}
WRITTEN = re.compile(r"\d{1,6}")  # before "mil" or "milhões"
TENS, HUNDREDS = range(20, 100, 10), range(100, 1000, 100)


def portuguese_numbers_to_digits(text: str) -> str:
    """Also "três vírgula cinco", as "3.5", and "por cento", as "%". All other words stay, in lower case."""
    words = re.findall(r"[^\W\d_]+|[\d.,]+|[^\w\s]", text.lower().replace("por cento", "%"))
    if not {*SMALL, *LARGE, "%"} & set(words):
        return text
    written: list[str] = []
    while words:
        number, length = _number_at(words)
        written.append(number or words[0])
        words = words[max(length, 1) :]
    return " ".join(written)


def _number_at(words: Sequence[str]) -> tuple[str, int]:
    """The number that these words begin with, in digits, and how many of them it takes."""
    total, group, length, smallest = 0, 0, 0, 10**12
    begins_group = True
    for position, word in enumerate(words):
        if word in SMALL and (begins_group or _fits(group, SMALL[word])):
            group, begins_group = group + SMALL[word], False
        elif position == 0 and WRITTEN.fullmatch(word) and LARGE.keys() & set(words[1:2]):
            group, begins_group = int(word), False
        elif word in LARGE and LARGE[word] < smallest:
            smallest = LARGE[word]
            total, group, begins_group = total + max(group, 1) * smallest, 0, True
        elif word == "e" and length == position > 0:
            continue
        else:
            break
        length = position + 1
    return _with_decimals(total + group, words, length) if length else ("", 0)


def _fits(group: int, small: int) -> bool:
    """ "vinte e um" and "cento e doze" are one number each, "dois e três" are two."""
    return (group in HUNDREDS and 0 < small < min(HUNDREDS)) or (group % 100 in TENS and small in range(1, 10))


def _with_decimals(whole: int, words: Sequence[str], length: int) -> tuple[str, int]:
    decimals = ""
    if words[length : length + 1] == ["vírgula"]:
        for word in words[length + 1 :]:
            if word not in DIGITS:
                break
            decimals += str(SMALL[word])
    return (f"{whole}.{decimals}", length + 1 + len(decimals)) if decimals else (str(whole), length)
