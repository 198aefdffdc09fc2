"""Sessions by a policy as plain values, ready to be written as JSON: the figures of many, or whole conversations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.analysis.policies import NOISY_EXPERT
from simulator.analysis.value import value_of
from simulator.cli.played_json import Document, competencies, missed, resolution_as_values
from simulator.cli.sampling import Bot, Tally, mean_interval, share_interval
from simulator.patient.leaving import gives_sign
from simulator.scoring import score
from simulator.session.transcript import Closing, Exchange, Transcript

FORMAT: Final = "attune/simulation/1"
TRANSCRIPTS_FORMAT: Final = "attune/transcripts/1"


def figures_as_document(bot: Bot, tally: Tally, asked: int, seed: int) -> Document:
    """What sessions came to; intervals are those of 95 %."""
    return {
        "format": FORMAT,
        **_about(bot, seed),
        "asked": asked,
        "runs": tally.runs,
        "mean": round(tally.mean, 4),
        "mean-interval": [round(bound, 4) for bound in mean_interval(tally.values)],
        "turns": round(tally.turns, 4),
        "verdicts": tally.verdicts,
        "intervals": {
            verdict: [round(bound, 6) for bound in share_interval(count, tally.runs)]
            for verdict, count in tally.verdicts.items()
        },
    }


def conversations_as_document(bot: Bot, transcripts: Sequence[Transcript], asked: int, seed: int) -> Document:
    """Whole conversations with everything that is said and shown in them, and their scores."""
    scenario = bot.script.scenario
    return {
        "format": TRANSCRIPTS_FORMAT,
        **_about(bot, seed),
        "title": scenario.title,
        "patient": scenario.patient.name,
        "asked": asked,
        "opening": [{"you": line.you, "say": line.say, "shows": list(line.shows)} for line in scenario.opening],
        "transcripts": [_conversation(transcript) for transcript in transcripts],
    }


def _about(bot: Bot, seed: int) -> Document:
    return {
        "scenario": bot.script.scenario.id,
        "digest": bot.script.scenario.digest,
        "difficulty": bot.script.disposition.difficulty,
        "policy": bot.policy.name,
        "skill": bot.skill if bot.policy.name == NOISY_EXPERT else None,
        "seed": seed,
    }


def _conversation(transcript: Transcript) -> Document:
    closing = transcript.closing
    assert closing is not None, "a policy plays to the end"
    return {
        "seed": transcript.started.seed,
        "exchanges": [_exchange(exchange) for exchange in transcript.exchanges],
        "closing": _closing(closing),
        "scores": _scores(transcript, closing),
    }


def _exchange(exchange: Exchange) -> Document:
    """What was said on either side, with the ids of moment and wordings; nothing said is an empty text."""
    return {
        "turn": exchange.turn,
        "moment": exchange.moment.id,
        "wording": exchange.telling.wording.id,
        "opens": exchange.telling.opens,
        "patient": exchange.telling.patient,
        "shows": list(exchange.telling.shows),
        "leaving": gives_sign(exchange.before),
        "thinks": exchange.telling.thinks,
        "reaction": exchange.before.reaction,
        "tag": exchange.tag,
        "response": exchange.response.id if exchange.response else None,
        "response-wording": exchange.said if exchange.response else None,
        "say": exchange.words,
        "move": exchange.move,
        "quality": exchange.quality,
    }


def _closing(closing: Closing) -> Document:
    """How it ended; the moment of an ending of the scenario, else the name of the goodbye."""
    return {
        "verdict": closing.verdict,
        "moment": closing.moment.id if closing.moment else None,
        "goodbye": closing.goodbye,
        "wording": closing.telling.wording.id if closing.telling else None,
        "patient": closing.says,
        "shows": list(closing.shows),
        "thinks": closing.thinks,
        "afterwards": closing.afterwards,
    }


def _scores(transcript: Transcript, closing: Closing) -> Document:
    told = score(transcript)
    return {
        "value": value_of(closing),
        "headline": str(told.headline),
        "own-part": [str(message) for message in told.own_part],
        "resolution": resolution_as_values(told.resolution),
        "competencies": competencies(told.competencies),
        "missed": missed(told.missed),
    }
