"""Plays the Cognito domain of the user pool: the sign-in page and the token endpoint, and nothing else of the cloud."""
