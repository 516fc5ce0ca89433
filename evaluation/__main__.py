"""``python -m evaluation …`` in a checkout is ``hearsay evaluate …``."""

import sys

from hearsay.cli.main import main

sys.argv.insert(1, "evaluate")
main()
