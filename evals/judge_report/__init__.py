"""How a judge agrees with what was planted: precision, recall and kappa for each metric, on each part of the set."""
