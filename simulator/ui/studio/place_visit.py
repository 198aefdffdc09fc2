"""Shows a place in an open scenario that somebody at another desk wants to see."""

from __future__ import annotations

from simulator.services.group_paths import StudioPlace
from simulator.ui.studio.editor.page import EditorPage


def show_place(page: EditorPage, place: StudioPlace) -> None:
    """Turn to the map with a group's ways on it, or to the form of a moment, at the answer that is meant."""
    if place.paths is not None:
        page.canvas.show_group(place.paths)
        page.show_map()
        return
    moments = page.file.reading.draft.moments
    if place.moment in moments:
        answer = ("responses", place.response) if place.response else ()
        page.file.go_to(("moments", place.moment, *answer))
    page.show_form()
