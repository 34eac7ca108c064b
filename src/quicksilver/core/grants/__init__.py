"""The small grants programme."""
