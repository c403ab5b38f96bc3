"""The only room that knows DuckDB: builds releases and answers questions from them."""
