"""The only room besides pages/ that knows Streamlit: frame, address, and what pages show."""
