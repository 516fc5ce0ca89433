"""Attributions: from what the reader found to who-said-what, the chain that carried it, and its stance."""
