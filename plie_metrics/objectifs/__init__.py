"""What was aimed at, what was done, and the distance between the two."""
