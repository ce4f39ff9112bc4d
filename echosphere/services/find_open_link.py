from datetime import datetime

from echosphere.domain.shared_link import SharedLink, place_of
from echosphere.ports import LinkStore


def find_open_link(links: LinkStore, secret: str, *, at: datetime) -> SharedLink | None:
    """None: unknown, expired or taken back, which look alike."""
    link = links.find(*place_of(secret))
    return link if link is not None and link.opens(secret, at=at) else None
