"""``python -m generator`` is ``westbound``."""

from generator.cli import process

if __name__ == "__main__":
    process()
