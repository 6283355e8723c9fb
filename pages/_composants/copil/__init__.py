"""The meeting on screen: prepare, look at, compare, find again."""
