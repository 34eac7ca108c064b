"""The second clock: revisions, version tables, the triggers that write them, and the chain that proves them."""
