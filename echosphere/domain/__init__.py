"""Rules and words. Imports the standard library only."""
