"""Who speaks where Polly does. Light to import, so that a deploy can ask first whether its region has them."""

from echosphere.domain.language import Language

# Neural: offered in every region that has these languages; `generative` is not in ap-northeast-1.
ENGINE = "neural"
VOICES = {Language.JAPANESE: "Kazuha", Language.ENGLISH: "Ruth", Language.PORTUGUESE: "Camila"}
