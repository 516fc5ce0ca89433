"""What a page shows, worked out from the records: pure, and without markup but for the charts."""
