"""Run as a program: the sentences on its standard input, one a line, as vectors into the NumPy file that it is told."""

import sys

import numpy

from agent_container.embedding.sentence_embedder import SentenceEmbedder

if __name__ == "__main__":
    numpy.save(sys.argv[1], SentenceEmbedder().embed(sys.stdin.read().splitlines()))
