"""ECS did not do what it was asked, or nobody answered; the next try may succeed."""


class EcsWouldNot(Exception):
    """`code` is ECS's own, or says what became of the call. Its message, which may name anything, is left behind."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
