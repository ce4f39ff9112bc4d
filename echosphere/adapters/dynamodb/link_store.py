from dataclasses import dataclass

from pynamodb.exceptions import UpdateError

from echosphere.adapters.dynamodb.errors import translated, was_refused
from echosphere.adapters.dynamodb.items import LinkItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.domain.moment import from_text, to_text
from echosphere.domain.shared_link import SharedLink

LINK, INVITATION = "LINK#", "INVITATION#"


@dataclass(frozen=True, slots=True)
class DynamoLinkStore:
    """`prefix` of its sort keys keeps one purpose from the other."""

    prefix: str

    def create(self, link: SharedLink) -> None:
        with translated():
            LinkItem(
                *self._key(link.session_id, link.id),
                session_id=link.session_id,
                link_id=link.id,
                secret_hash=link.secret_hash,
                created_at=to_text(link.created_at),
                expires_at=link.expires_at,
            ).save()

    def count_use(self, link: SharedLink, *, most: int) -> bool:
        item = LinkItem(*self._key(link.session_id, link.id))
        try:
            with translated():
                item.update(actions=[LinkItem.uses.add(1)], condition=LinkItem.uses < most)
        except UpdateError as error:
            if not was_refused(error):
                raise
            return False
        return True

    def find(self, session_id: str, link_id: str) -> SharedLink | None:
        try:
            with translated():
                return _to_link(LinkItem.get(*self._key(session_id, link_id), consistent_read=True))
        except LinkItem.DoesNotExist:
            return None

    def list_by_session(self, session_id: str) -> list[SharedLink]:
        with translated():
            items = LinkItem.query(
                session_partition(session_id), LinkItem.SK.startswith(self.prefix), consistent_read=True
            )
            return sorted((_to_link(item) for item in items), key=lambda link: link.created_at)

    def delete(self, session_id: str, link_id: str) -> None:
        with translated():
            LinkItem(*self._key(session_id, link_id)).delete()

    def _key(self, session_id: str, link_id: str) -> tuple[str, str]:
        return session_partition(session_id), f"{self.prefix}{link_id}"


def _to_link(item: LinkItem) -> SharedLink:
    return SharedLink(
        id=item.link_id,
        session_id=item.session_id,
        secret_hash=item.secret_hash,
        created_at=from_text(item.created_at),
        expires_at=item.expires_at,
    )
