import streamlit as st

st.title("clauses")
