"""The server: `streamlit run app.py`. Pages are put together in lsdash/web/main.py."""

import streamlit as st
from starlette.middleware import Middleware

from lsdash.web import api, short
from lsdash.web.door import Door
from lsdash.web.refusals import on_script_error
from lsdash.web.server import running
from lsdash.web.uploads import Uploads

app = st.App(
    "lsdash/web/main.py",
    routes=[*api.ROUTES, *short.ROUTES],
    lifespan=running,
    middleware=[Middleware(Door), Middleware(Uploads)],
    on_script_error=on_script_error,
)
