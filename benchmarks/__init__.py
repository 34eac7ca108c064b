"""How fast Quicksilver is, beside what one would otherwise use and beside what the machine allows."""
