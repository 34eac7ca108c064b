"""The message catalogues: what the programme says, in six languages."""
