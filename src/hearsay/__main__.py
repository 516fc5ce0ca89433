"""``python -m hearsay``: the same as the command."""

from hearsay.cli.main import main

main()
