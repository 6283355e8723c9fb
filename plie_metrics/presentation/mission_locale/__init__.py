"""The Mission locale page: an example of contract, Dijon's convention of 2008, national rules."""
