"""The floor: a bare Streamlit app with one filter, one number and one Plotly bar, all in memory."""

import plotly.graph_objects as go
import streamlit as st

DOCUMENTS = {
    "transport": 81,
    "health": 92,
    "home_affairs": 117,
    "education": 64,
    "social": 58,
    "economy": 103,
    "energy": 37,
    "border_trade": 49,
    "agriculture": 71,
    "finance": 109,
    "land": 86,
    "culture": 43,
    "justice": 31,
    "security": 29,
    "governance": 53,
    "other": 23,
}
"""Invented numbers of documents, by sector."""

chosen = st.pills("Sector", list(DOCUMENTS), selection_mode="multi", key="sector")
shown = {sector: held for sector, held in DOCUMENTS.items() if not chosen or sector in chosen}
st.metric("Documents", sum(shown.values()))
st.plotly_chart(go.Figure(go.Bar(x=list(shown), y=list(shown.values()))))
