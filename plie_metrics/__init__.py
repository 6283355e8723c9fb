"""Figures of a PLIE: data in, figures and chart specifications out. Never imports streamlit."""
