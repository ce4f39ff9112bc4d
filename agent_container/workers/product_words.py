"""Words of the product that no dictionary carries, with their sounds (CMU's phones)."""

PRODUCT_WORDS = {
    "echosphere": "EH K OW S F IH R",
    "livekit": "L AY V K IH T",
    "cognito": "K AA G N IY T OW",
    "dynamodb": "D AY N AH M OW D IY B IY",
    "fargate": "F AA R G EY T",
    "serverless": "S ER V ER L AH S",
    "typescript": "T AY P S K R IH P T",
    "unmute": "AH N M Y UW T",
    "workspaces": "W ER K S P EY S AH Z",
}
