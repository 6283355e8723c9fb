import streamlit as st

st.title("objectifs")
