"""Claims: statements of several reports about one proposition, and how it stands."""
