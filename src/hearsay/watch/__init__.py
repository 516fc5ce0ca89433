"""Watching: sources are asked on a schedule, questions are answered anew, and what changed is told, once.

``plan`` reads the file. ``sources`` looks at what is due, ``standing`` tells how things stand for a question,
``changes`` compares that with how they stood, ``messages`` words it, ``outbox`` sends it (``webhook``, ``mail``,
``syndication``). ``rounds`` puts them in order. All that must be remembered is in the record (``record.watching``).
"""
