"""Searching the tokens of the record: the full-text index of each database, and the queries on it."""
