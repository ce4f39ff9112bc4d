"""The judge of a laptop without a model: plain rules over the transcript, and marked as such. It knows words, not
meaning; what it sees and what it misses is measured by `make judge-report`.
"""
