"""Archives → sources, one at a time: WARC and WACZ, zip, mail, JSON Lines and CSV, lists of addresses."""
