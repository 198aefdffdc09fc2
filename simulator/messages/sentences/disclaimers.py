"""What Attune is and is not: said on the first start and on every page that leaves the program (DOMAIN section 11)."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TRAINING_AID: Final = Sentence(
    "disclaimers/training-aid",
    "Attune is a training aid only: no therapy, no diagnosis, no crisis service, no licensing assessment.",
)
FICTIONAL: Final = Sentence(
    "disclaimers/fictional",
    "The patients are fictional. Their reactions are a simplified model; real people differ. What counts as helpful is "
    "one orientation’s view among several.",
)
NOT_VALIDATED: Final = Sentence(
    "disclaimers/not-validated",
    "Scores are formative and not validated. They are not for hiring, for grading as passed or failed, or for decisions "
    "about fitness to practise without a human supervisor.",
)
DISCLAIMERS: Final = (TRAINING_AID, FICTIONAL, NOT_VALIDATED)
