from pynamodb.exceptions import TransactWriteError

from echosphere.adapters.dynamodb.errors import CONDITION_FAILED, refusals, translated
from echosphere.adapters.dynamodb.items import MemberItem, PersonItem, WorkspaceItem
from echosphere.adapters.dynamodb.session_records import workspace_partition
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.domain.workspace import Member, WorkspaceRole


class DynamoWorkspaceStore:
    def find_member(self, person_id: str) -> Member | None:
        try:
            with translated():
                person = PersonItem.get(person_partition(person_id), "META", consistent_read=True)
        except PersonItem.DoesNotExist:
            return None
        return _read_member(person.workspace_id, person_id)

    def create_personal(self, member: Member) -> Member:
        try:
            with transaction() as write:
                for item in _items(member):
                    write.save(item, condition=PersonItem.PK.does_not_exist())
        except TransactWriteError as error:
            if CONDITION_FAILED not in refusals(error):
                raise
            return self._made_by_another_request(member)
        return member

    def forget(self, workspace_id: str, person_id: str) -> None:
        with translated():
            if self.is_shared(workspace_id, person_id):
                MemberItem(workspace_partition(workspace_id), f"MEMBER#{person_id}").delete()
            else:
                _delete_all(WorkspaceItem, workspace_partition(workspace_id))
            _delete_all(PersonItem, person_partition(person_id))

    def is_shared(self, workspace_id: str, person_id: str) -> bool:
        with translated():
            members = MemberItem.query(
                workspace_partition(workspace_id), MemberItem.SK.startswith("MEMBER#"), consistent_read=True
            )
            return any(member.person_id != person_id for member in members)

    def _made_by_another_request(self, member: Member) -> Member:
        made = self.find_member(member.person_id)
        assert made is not None
        return made


def _delete_all(kind: type[WorkspaceItem] | type[PersonItem], partition: str) -> None:
    """Whatever lies there, of whichever kind: only its keys are read."""
    for item in kind.query(partition, consistent_read=True, attributes_to_get=["PK", "SK"]):
        item.delete()


def person_partition(person_id: str) -> str:
    return f"PERSON#{person_id}"


def _items(member: Member) -> list[PersonItem | WorkspaceItem | MemberItem]:
    workspace = workspace_partition(member.workspace_id)
    return [
        PersonItem(person_partition(member.person_id), "META", workspace_id=member.workspace_id),
        WorkspaceItem(workspace, "META", workspace_id=member.workspace_id, name=member.workspace_name),
        MemberItem(
            workspace,
            f"MEMBER#{member.person_id}",
            workspace_id=member.workspace_id,
            person_id=member.person_id,
            role=member.role.value,
        ),
    ]


def _read_member(workspace_id: str, person_id: str) -> Member:
    partition = workspace_partition(workspace_id)
    with translated():
        workspace = WorkspaceItem.get(partition, "META", consistent_read=True)
        member = MemberItem.get(partition, f"MEMBER#{person_id}", consistent_read=True)
    return Member(
        workspace_id=workspace_id,
        workspace_name=workspace.name,
        person_id=person_id,
        role=WorkspaceRole(member.role),
    )
