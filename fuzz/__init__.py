"""Fuzzing of every parser of foreign bytes: targets, a corpus of our own, and the inputs that once broke one."""
