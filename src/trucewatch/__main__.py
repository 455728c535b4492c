"""`python -m trucewatch` is `trucewatch`."""

from trucewatch.cli.main import app

if __name__ == "__main__":
    app()
