"""The terminal: verbs in ``main``, how records look in ``show``."""
