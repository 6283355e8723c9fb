"""The demonstration extract: case-level data that add up to the published year 2016, from a seed.

Pure: published figures and territory in, tables out; nothing is read or written here.
"""
