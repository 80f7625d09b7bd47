"""Speed and page weight, measured by one command: ``python -m benchmarks``."""
