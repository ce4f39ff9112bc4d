"""Asks, before anything is deployed, what would make the deploy or the first talk fail."""
