"""Which reports are on one development: one story."""
