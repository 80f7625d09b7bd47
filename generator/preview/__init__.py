"""The live preview: the site in the editor's own browser, a moment after each edit.

The records stay in memory. A change is read, and where only words changed nothing else is made
anew; a page is rendered when a browser asks for it. Mistakes lie over the page that there was
before (``overlay``); nothing is written to the site's folder.
"""

from generator.preview.content import Preview
from generator.preview.server import HOST, serve

__all__ = ["HOST", "Preview", "serve"]
