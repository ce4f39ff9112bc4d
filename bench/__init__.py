"""Measurements on the whole platform, on this machine, side by side in one run. No test depends on a figure."""
