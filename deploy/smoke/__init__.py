"""Asks, after a deploy and from outside, whether what was deployed is there and is closed where it has to be."""
