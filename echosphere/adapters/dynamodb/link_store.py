from echosphere.adapters.dynamodb.errors import translated
from echosphere.adapters.dynamodb.items import LinkItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.domain.moment import from_text, to_text
from echosphere.domain.shared_link import SharedLink

FIRST_LINK = "LINK#"


class DynamoLinkStore:
    def create(self, link: SharedLink) -> None:
        with translated():
            LinkItem(
                *_key(link.session_id, link.id),
                session_id=link.session_id,
                link_id=link.id,
                secret_hash=link.secret_hash,
                created_at=to_text(link.created_at),
                expires_at=link.expires_at,
            ).save()

    def find(self, session_id: str, link_id: str) -> SharedLink | None:
        try:
            with translated():
                return _to_link(LinkItem.get(*_key(session_id, link_id), consistent_read=True))
        except LinkItem.DoesNotExist:
            return None

    def list_by_session(self, session_id: str) -> list[SharedLink]:
        with translated():
            items = LinkItem.query(
                session_partition(session_id), LinkItem.SK.startswith(FIRST_LINK), consistent_read=True
            )
            return sorted((_to_link(item) for item in items), key=lambda link: link.created_at)

    def delete(self, session_id: str, link_id: str) -> None:
        with translated():
            LinkItem(*_key(session_id, link_id)).delete()


def _key(session_id: str, link_id: str) -> tuple[str, str]:
    return session_partition(session_id), f"{FIRST_LINK}{link_id}"


def _to_link(item: LinkItem) -> SharedLink:
    return SharedLink(
        id=item.link_id,
        session_id=item.session_id,
        secret_hash=item.secret_hash,
        created_at=from_text(item.created_at),
        expires_at=item.expires_at,
    )
