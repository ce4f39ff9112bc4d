"""Two signs near one another, whichever comes first."""


def near(one: str, other: str, within: int = 80) -> str:
    """`within` characters, full stops among them: an order may be given in two sentences."""
    return rf"(?:{one}).{{0,{within}}}?(?:{other})|(?:{other}).{{0,{within}}}?(?:{one})"
