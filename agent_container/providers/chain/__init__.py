"""Several providers of one part as one: the first serves, the next takes over while those before it fail.

Our own, beside LiveKit's fallback adapters, because those ask a failed provider again with every request (a second
answer that is paid for and thrown away), have no time after which it is trusted again, wait for a provider that is
merely silent, lose what was being said when ears fail, and log the words that an answer had so far.
"""
