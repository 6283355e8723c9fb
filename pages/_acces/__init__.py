"""Who is here, what they may open, and the trace that they leave.

visiteur()        who looks at this run, with their profile (identite)
refus()           why real data stay closed to them, None when they may see them (identite)
telecharger(...)  a download that is checked and written in the journal (export)
"""
