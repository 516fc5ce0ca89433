"""The steps that bring a record of any earlier version to this one's tables; run when a record is opened."""
