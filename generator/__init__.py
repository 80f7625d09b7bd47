"""Westbound: YAML records of volunteers, events and policies become a publicity site."""

__version__ = "0.1.0"
