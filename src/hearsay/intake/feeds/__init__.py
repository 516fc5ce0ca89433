"""Lists of reports on the web: RSS, Atom, JSON Feed, sitemaps. ``parse`` reads one, ``follow`` fetches its pages."""
