"""What only the cases one by one can tell, once added up: flows, durations, deadlines, interviews.

Tables of a snapshot in, small frozen results out. A caller gets the tables from the gate, which
gives them to the profiles that may see every case behind the figures.
"""
