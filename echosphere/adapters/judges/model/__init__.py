"""A model judges: one prompt, one schema and one way to be mended, behind whichever wire the model speaks."""
