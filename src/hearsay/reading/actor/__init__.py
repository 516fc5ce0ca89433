"""Actors: whom a report names or stands for, and who speaks in each attribution."""
