"""The server: `streamlit run app.py`. Pages are put together in lsdash/web/main.py."""

import streamlit as st
from starlette.middleware import Middleware

from lsdash.web.entrance.uploads import Uploads
from lsdash.web.frame.refusals import on_script_error
from lsdash.web.routes import api, short_links, subscriptions
from lsdash.web.server.door import Door
from lsdash.web.server.http_server import running

app = st.App(
    "lsdash/web/main.py",
    routes=[*api.ROUTES, *short_links.ROUTES, *subscriptions.ROUTES],
    lifespan=running,
    middleware=[Middleware(Door), Middleware(Uploads)],
    on_script_error=on_script_error,
)
