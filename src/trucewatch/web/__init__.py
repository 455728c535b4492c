"""The pages: each a file in `pages/` that asks for a view, and a template that only renders it."""

from trucewatch.web.app import create_app

__all__ = ["create_app"]
