"""Plays CloudFront for the deployed distribution: what it serves, and how, is read from the distribution itself."""
