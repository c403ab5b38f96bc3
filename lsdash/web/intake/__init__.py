"""The intake page's parts: bring a bulletin, review its draft beside its text, publish the week."""
