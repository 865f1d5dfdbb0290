"""What became of a writing of sidecars, noted where it is told from."""

from __future__ import annotations

from assist_cli.failures import told
from assist_cli.screens.desk import Desk
from assist_cli.screens.messages import SidecarsSaved
from assist_cli.screens.said import Said
from assist_cli.screens.saving import has_trouble, trouble_words
from index.catalog.errors import CatalogError


def take_saved(desk: Desk, news: SidecarsSaved) -> bool:
    """Whether all went well; the desk says what did not."""
    try:
        if news.saved is not None:
            desk.saving.took(news.saved)
            desk.session.note_saved(news.saved.saved)
            if has_trouble(news.saved):
                desk.said = Said(next(trouble_words(news.saved), ""), is_trouble=True)
                return False
            return True
    except CatalogError as error:
        news = SidecarsSaved(None, error)
    trouble = told(news.error) if news.error else None
    if trouble is not None:
        desk.said = Said(f"Sidecars not written: {trouble.message}; {trouble.hint}", is_trouble=True)
    return False
