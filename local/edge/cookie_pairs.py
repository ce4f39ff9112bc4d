"""The cookies of a request, as they were sent: the standard library's parser gives up at the first odd one."""


def cookie_pairs(header: str) -> list[tuple[str, str]]:
    parts = (part.strip().partition("=") for part in header.split(";") if part.strip())
    return [(name, value) for name, _, value in parts]
