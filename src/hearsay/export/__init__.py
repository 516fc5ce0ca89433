"""The record as files for other programs: tables with documented columns, streamed, written whole or not at all."""
