"""Plays LiveKit Egress for this machine: records rooms of the local LiveKit server to the S3 that a request names."""
