"""One window of a browser, by the commands of W3C WebDriver that every browser understands."""

from abc import ABC, abstractmethod
from typing import Any

from local.demo_person import Person
from local.readiness import wait_until

PATIENCE_S = 30.0
ENTER = "\ue007"
CAN_START = "//button[normalize-space()='Start talking']"


class RemoteBrowser(ABC):
    @abstractmethod
    def send(self, command: str, **parameters: object) -> Any:  # noqa: ANN401  # WebDriver answers any JSON
        """A command by its name in the standard. Raises RuntimeError with the browser's words."""

    def go(self, url: str) -> None:
        self.send("Navigate", url=url)

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401  # whatever the script returns
        return self.send("ExecuteScript", script=script, args=arguments)

    def click(self, xpath: str) -> None:
        """With a pointer: what follows may sound."""
        self.send("ElementClick", id=self.find(xpath))

    def type(self, xpath: str, text: str) -> None:
        self.send("ElementSendKeys", id=self.find(xpath), text=text)

    def until(self, script: str) -> None:
        """Until the script returns something true. Raises NotReady."""
        wait_until(lambda: bool(self.run(script)), what=script, within_s=PATIENCE_S)

    def find(self, xpath: str) -> str:
        """The element's name among the browser's, as soon as it is there. Raises NotReady."""
        wait_until(lambda: bool(self._all(xpath)), what=xpath, within_s=PATIENCE_S)
        (name, *_) = self._all(xpath)[0].values()
        return name

    def sign_in(self, person: Person, origin: str) -> None:
        self.go(origin)
        self.click("//button[normalize-space()='Sign in']")
        self.type("//input[@name='username']", person.email)
        self.type("//input[@name='password']", person.password + ENTER)
        self.find(CAN_START)

    def _all(self, xpath: str) -> list[dict[str, str]]:
        found: list[dict[str, str]] = self.send("FindElements", using="xpath", value=xpath)
        return found
