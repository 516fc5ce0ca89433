"""Who a report's actors are beyond the report: Wikidata ids, countries and posts of office-holders."""
