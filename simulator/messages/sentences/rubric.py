"""The ten competencies, each with what it is called, what it means, and what is said for the scores 1 to 5, the weakest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.messages.sentences.terms import CompetencyTerm, by_code, competency_term

COMPETENCIES: Final[Mapping[str, CompetencyTerm]] = by_code(
    competency_term(
        "noticing",
        "Noticing",
        "You see that something has shifted between you, and which way the patient moves, without seeing ruptures everywhere.",
        "Hardly a shift was seen: for each, more than six passed unseen or were seen where there was none.",
        "For each shift that was seen, more than two passed unseen or were seen where there was none; or a rupture was seen in "
        "every moment.",
        "The loud shifts were seen; quieter ones passed or were taken for another kind, or one was seen in calm moments too.",
        "Most shifts were seen; others passed or were taken for another kind, or one was seen in a calm moment.",
        "The shifts were seen for what they were, masked ones too where there were any, and calm moments were left calm.",
    ),
    competency_term(
        "latency",
        "How soon you turned to it",
        "How soon after a rupture your words turn towards it.",
        "The rupture was not taken up.",
        "It took four turns or more until your words turned to the rupture.",
        "Your words turned to the rupture at about the third turn.",
        "Your words turned to the rupture at about the second turn.",
        "Your next words turned to the rupture.",
    ),
    competency_term(
        "own-role",
        "Owning your part",
        "You say what you did and what it may have done to the other, and ask for nothing back.",
        "Your part was not named, or it was denied.",
        "Your part was named on condition only: sorry if something was felt.",
        "Your part was named in general: it could have gone better.",
        "You named what you did.",
        "Soon after the rupture you named what you did and its effect, once, and asked for nothing back.",
    ),
    competency_term(
        "exploring",
        "Exploring",
        "Your questions about this moment help the patient say more than before.",
        "The patient’s side of the rupture was not asked about.",
        "You asked, and the question did not lead on from where the patient was.",
        "A question of yours opened one step.",
        "Questions of yours opened two steps.",
        "Questions of yours opened steps down to the fear of speaking and to what was behind it.",
    ),
    competency_term(
        "validating",
        "Validating",
        "You say why the feeling makes sense, and respect the guard in front of it.",
        "A feeling was explained away, or what was felt was called for and nowhere met.",
        "A feeling was met with a formula, or met on the surface while another was explained away.",
        "Your words fitted the surface of what was felt, or they fitted one feeling while another was explained away.",
        "Your words fitted the feeling, or the guard in front of it.",
        "Your words fitted both the feeling and the guard in front of it, or respected the guard at the right moment.",
    ),
    competency_term(
        "non-defensiveness",
        "Staying open under pressure",
        "Under pressure you neither justify, nor interpret the other, nor soothe too soon.",
        "More than half of your answers under pressure justified, blamed or soothed.",
        "More than three in ten of your answers under pressure justified, blamed or soothed.",
        "Some answers under pressure justified, blamed, soothed, or left the pressure by another way out.",
        "One answer slipped, and you came back from it.",
        "No answer under pressure justified, blamed or soothed.",
    ),
    competency_term(
        "flexibility",
        "Flexibility",
        "You change task, goal, pace or frame when the time for it has come.",
        "The plan went on past a no, or a change was called for and did not come.",
        "The change came before anybody knew what was needed, or it was left to silence.",
        "The change followed on the complaint or on looking at it together, gave in, or stood beside pressing on.",
        "The change was worked out once it had been asked what was needed.",
        "The change was worked out together from the need that had been explored.",
    ),
    competency_term(
        "depth",
        "Depth",
        "How far down the repair went: from looking at what happened to what had been too risky to say.",
        "No stage of repair was reached.",
        "You looked together at what had happened, or came together again without going further.",
        "A half-said complaint, or the hurt, was reached.",
        "The fear of speaking was reached, or something was said plainly, without a deep repair at the end.",
        "What had been too risky was said plainly, and the repair came from there.",
    ),
    competency_term(
        "secondary-ruptures",
        "When it strained again",
        "An attempt to repair can strain things again. You come back to it, and own the attempt that failed.",
        "After an attempt that failed, the next answers strained things further, or did not come back to it.",
        "After an attempt that failed, the same was tried again, or the two of you went round a second time.",
        "You came back to the strain after a detour.",
        "You came back to the strain with your next words.",
        "You came back to the strain and owned the attempt that failed.",
    ),
    competency_term(
        "outcome",
        "Outcome",
        "What changed in the alliance as the patient feels it, whatever was said, and how the session ended.",
        "Bond, task and goal all fell as they are felt, or the patient left.",
        "It felt worse to the patient or nothing was gained, or the patient quietly stayed away.",
        "It felt better to the patient on one side, or the session ended repaired without a clear gain.",
        "It felt better to the patient, and there was a repair or a sound parting.",
        "It felt better to the patient on all sides, with a deep repair, or the parting was well made.",
    ),
)
"""By the competency’s name. An anchor describes moves, never the person; the thresholds behind it stand in ``scoring/competencies/``."""
