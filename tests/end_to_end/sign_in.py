"""A person's token, by way of the page's own sign-in."""

from playwright.sync_api import Browser

from tests.end_to_end.person import EARS_AND_MOUTH, Person
from tests.platform import Platform


def signed_in(platform: Platform, browser: Browser, email: str) -> str:
    """Their access token."""
    context = browser.new_context(locale="en-US")
    context.add_init_script(path=EARS_AND_MOUTH)
    person = Person(context.new_page(), platform.page_origin)
    person.sign_in(platform.another_person(email))
    token = person.access_token()
    context.close()
    return token
