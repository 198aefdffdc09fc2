"""What can be seen of a conversation on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from simulator.ui.practice.conversation import ConversationPage


def visible_words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def gauges(page: ConversationPage) -> dict[str, int]:
    bars = [bar for bar in page.side.findChildren(QProgressBar) if bar.isVisibleTo(page)]
    return {bar.accessibleName(): bar.value() for bar in bars}


def offered(page: ConversationPage) -> list[str]:
    return [button.sentence for button in page.choices.buttons]


def in_session_order(page: ConversationPage) -> list[str]:
    assert page._play is not None
    return [response.say for response in page._play.session.shown()]


def on_screen(page: ConversationPage) -> tuple[object, ...]:
    """Everything a step could change, except the seconds of a silence."""
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    told = [text for text in labels if "Silence," not in text]
    tags = [(button.isChecked(), button.isEnabled()) for button in page.tags.buttons.values()]
    return page.transcript.toPlainText(), told, offered(page), tags, gauges(page), page.side.reaction
