"""What judges the judge: talks with planted faults, attempts to talk it round, and the report. Not deployed."""
