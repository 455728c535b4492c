"""One file a page: what it asks of the views, and the dataclass that its template renders."""
