import streamlit as st

st.title("synthese")
