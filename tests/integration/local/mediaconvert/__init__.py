"""Transcodes by the local MediaConvert: real ffmpeg, real buckets, roles that are enforced."""
