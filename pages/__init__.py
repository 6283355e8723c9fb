"""What a person sees: short scripts that ask, lay out and explain."""
