from echosphere.domain.workspace import Member


class MemoryWorkspaceStore:
    def __init__(self) -> None:
        self._members: dict[str, Member] = {}

    def find_member(self, person_id: str) -> Member | None:
        return self._members.get(person_id)

    def create_personal(self, member: Member) -> Member:
        return self._members.setdefault(member.person_id, member)
