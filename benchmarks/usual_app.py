"""The usual app: a cached pandas frame, a filter, a search, Plotly Express and a table."""

import os
import sqlite3

import pandas as pd
import plotly.express as px
import streamlit as st


@st.cache_data
def documents() -> pd.DataFrame:
    with sqlite3.connect(os.environ["LSDASH_PEER"]) as rows:
        return pd.read_sql_query("SELECT * FROM decisions ORDER BY id DESC", rows)


frame = documents()
chosen = st.multiselect("Sector", sorted(frame["sector"].unique()), key="sector")
search = st.text_input("Search", key="search")
shown = frame[frame["sector"].isin(chosen)] if chosen else frame
if search:
    shown = shown[shown["words"].str.contains(search.lower(), regex=False)]
st.metric("Documents", len(shown))
held = shown.groupby("sector", as_index=False).size()
st.plotly_chart(px.bar(held, x="size", y="sector"))
by_week = shown.groupby("bulletin", as_index=False).size()
st.plotly_chart(px.bar(by_week, x="bulletin", y="size"))
st.dataframe(shown.drop(columns="words").head(25))
