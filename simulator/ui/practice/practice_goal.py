"""The one thing to practise on the pages where it stands: at the end of the debriefing, and in the next briefing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from simulator.messages.message import Message
from simulator.messages.sentences import practice_goal as say
from simulator.messages.sentences.text import one_after_another
from simulator.services.goal_proposal import Proposal
from simulator.services.practice import Practice
from simulator.services.practice_goal import LONGEST_GOAL, Came, Goal, GoalsAt
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.ui.look import Look
from simulator.ui.practice.own_words import OwnWordsField
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, row
from simulator.ui.widgets.text import text_label

_LINES = 2
_WIDTH = 756
"""Pixels to which a line is read, at a text size of 100 %."""
_CAME: Final = {Came.YES: say.IT_CAME, Came.NO: say.IT_DID_NOT_COME, Came.UNSURE: say.UNSURE}


class StandingGoal(QFrame):
    """What the trainee wants to practise now, on the page where the next conversation begins."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "bar")
        box = row(self, spacing=0)
        box.setContentsMargins(32, 10, 32, 10)
        self._words = text_label("", "body")
        self._words.setMaximumWidth(round(_WIDTH * look.scale))
        box.addStretch(1)
        box.addWidget(self._words, 100)
        box.addStretch(1)
        self.hide()

    def show_goal(self, goal: Goal | None) -> None:
        """Show it, or nothing where there is none."""
        self._words.setText("" if goal is None else self._look.say(say.IN_BRIEFING(goal=goal.text)))
        self.setVisible(goal is not None)


class GoalCard(Card):
    """One sentence to take along from a conversation.

    Of a conversation that has just been held the proposal is taken along as it stands, until it is changed or dropped. In one
    that is looked back at, or where something else still waits to be asked about, nothing is taken along unasked.
    """

    refused = Signal(str)

    def __init__(self, look: Look, practice: Practice, door: StoreDoor) -> None:
        super().__init__()
        self._look = look
        self._practice = practice
        self._door = door
        self._session: SessionId | None = None
        self._kept: str | None = None
        self._proposed: Proposal | None = None
        self._standing: Goal | None = None
        self._fresh = False
        self._known = False
        self._before = text_label("", "body")
        self.body.addWidget(self._before)
        self.body.addWidget(text_label(look.say(say.TITLE()), "heading"))
        self._lead = text_label("", "small")
        self.body.addWidget(self._lead)
        self.goal = OwnWordsField(look, look.say(say.TITLE()), _LINES, LONGEST_GOAL, say.TOO_LONG)
        self.goal.changed.connect(self._show_state)
        self.body.addWidget(self.goal)
        line = row(spacing=10)
        self.keep = Button(look.say(say.KEEP()), "plain")
        self.keep.clicked.connect(lambda: self._keep(self.goal.words))
        self.drop = Button(look.say(say.DROP()), "quiet")
        self.drop.clicked.connect(lambda: self._keep(""))
        line.addWidget(self.keep)
        line.addWidget(self.drop)
        line.addStretch(1)
        self.body.addLayout(line)
        self.told = text_label("", "small")
        self.body.addWidget(self.told)

    def show_goal_of(self, session: SessionId, *, fresh: bool) -> None:
        """Show what was taken along from a conversation; ``fresh`` where it has just been held."""
        self._session, self._fresh = session, fresh
        self._kept, self._proposed, self._known = None, None, False
        self._before.hide()
        self._lead.setText(self._look.say(say.WORKING()))
        self.goal.show_words("")
        self.setEnabled(False)
        self._door.ask(self, lambda store: self._practice.goals_at(store, session), self._there, self._refuse)

    def propose(self, proposal: Proposal) -> None:
        """Propose a sentence, where nothing was taken along yet."""
        self._proposed = proposal
        self._show()

    def _there(self, found: GoalsAt) -> None:
        taken, met, self._standing = found.taken, found.met, found.standing
        self._kept, self._known = taken.text if taken else None, True
        if met is not None:
            told = [say.ANSWERED(goal=met.goal), _CAME[met.came]()]
            told += [say.YOU_SAID(words=met.said)] if met.said else []
            self._before.setText(self._look.say(one_after_another(tuple(told))))
            self._before.show()
        self._show()

    def _show(self) -> None:
        """Once it is known what was taken along, and if that is nothing, what is proposed."""
        if not self._known or (self._kept is None and self._proposed is None):
            return
        self.setEnabled(True)
        self._lead.setText(self._look.say(self._from()))
        if self._kept is not None:
            self.goal.show_words(self._kept)
        elif self._proposed is not None:
            self.goal.show_words(self._look.say(self._proposed.goal))
            # What was not asked about yet is not put aside unasked.
            if self._fresh and self._standing is None:
                self._keep(self.goal.words, unasked=True)
        self._show_state()

    def _from(self) -> Message:
        turn = self._proposed.turn if self._proposed and self._kept is None else None
        return say.LEAD() if turn is None else say.LEAD_FROM_TURN(turn=turn)

    def _keep(self, words: str, *, unasked: bool = False) -> None:
        """Take a sentence along; what nobody asked for and cannot be kept stays a proposal, without a word."""
        session = self._session
        if session is None or not self.goal.fits:
            return
        proposed = self._proposed is not None and words == self._look.say(self._proposed.goal)
        self._door.change(
            self,
            lambda store: self._practice.keep_goal(store, session, words, proposed=proposed),
            lambda _done: self._is_kept(session, words),
            self._stays_proposed if unasked else self._refuse,
            Topic.REMARKS,
        )

    def _is_kept(self, session: SessionId, words: str) -> None:
        if session != self._session:
            return
        self._kept = words
        if not words:
            self.goal.show_words("")
        self._show_state()

    def _show_state(self) -> None:
        """What can be done with the sentence as it stands in the field, and where it stands."""
        words, kept = self.goal.words, self._kept
        self.keep.show_words(self._look.say(say.CHANGE() if kept else say.KEEP()))
        self.keep.setEnabled(bool(words) and words != kept and self.goal.fits)
        self.drop.setVisible(bool(kept))
        told = self._state()
        self.told.setText(self._look.say(told) if told else "")
        self.told.setVisible(told is not None)

    def _state(self) -> Message | None:
        """Where the sentence stands, or what stands in its place."""
        if self._kept:
            return say.STANDS()
        if self._standing is not None:
            return say.STILL_STANDS(goal=self._standing.text)
        return say.DROPPED() if self._kept == "" else None

    def _stays_proposed(self, _refusal: ServiceError) -> None:
        """Its conversation may be gone by the time the proposal was worked out."""
        self._show_state()

    def _refuse(self, refusal: ServiceError) -> None:
        self.setEnabled(True)
        self.refused.emit(self._look.say(refusal.message))
