"""How fast Hearsay is on this machine: its stages beside a peer, in one run. Only the command line imports it."""
