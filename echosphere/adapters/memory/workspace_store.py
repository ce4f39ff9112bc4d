from echosphere.domain.export import Export
from echosphere.domain.workspace import Member


class MemoryWorkspaceStore:
    def __init__(self) -> None:
        self.members: dict[str, Member] = {}
        self.gone: set[str] = set()
        self.exports: dict[str, Export] = {}

    def find_member(self, person_id: str) -> Member | None:
        return None if person_id in self.gone else self.members.get(person_id)

    def create_personal(self, member: Member) -> Member:
        return self.members.setdefault(member.person_id, member)

    def forget(self, workspace_id: str, person_id: str) -> None:
        del workspace_id  # it is nothing but its members
        self.members.pop(person_id, None)
        self.gone.discard(person_id)
        self.exports.pop(person_id, None)

    def is_shared(self, workspace_id: str, person_id: str) -> bool:
        return any(each.workspace_id == workspace_id for each in self.members.values() if each.person_id != person_id)
