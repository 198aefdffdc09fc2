"""The literature the simulator stands on, cited for developers; facts and titles only, no texts of instruments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

MANUAL: Final = "Eubanks, Muran & Safran 2015"
RATING_MANUAL: Final = "3RS, Eubanks, Muran & Safran 2015; wording ours"
STRATEGIES: Final = "3RS resolution strategies (Eubanks, Muran & Safran 2015); wording ours"
STAGES_OF_REPAIR: Final = "Safran & Muran 1996, 2000"
OUR_DESIGN: Final = "Our design, after Safran & Muran 2000"
OUR_QUALITIES: Final = "Our design (clinical reference, section 9), after Safran & Muran 2000"
OUR_RUBRIC: Final = "Our design (clinical reference, section 9)"
REVIEWS: Final = "Ackerman & Hilsenroth 2001; O'Keeffe, Martin & Midgley 2020"
CONSENSUS: Final = "Clinical consensus; no effect size found"
ETHICS_CODES: Final = "APA 10.10; ACA A.11"
ON_TRANSFER: Final = "APA 10.10; ACA A.11; Swift et al. 2018"
ON_DROPOUT: Final = "Sharf, Primavera & Diener 2010"


class Reference(NamedTuple):
    """One source: who, when, what, and what we take from it in a sentence."""

    authors: str
    year: str
    title: str
    gives: str


def _ref(authors: str, year: str, title: str, gives: str) -> Reference:
    return Reference(authors, year, title, gives)


REFERENCES: Final[Mapping[str, Reference]] = MappingProxyType(
    {
        "bordin-1979": _ref(
            "Bordin", "1979", "The generalizability of the psychoanalytic concept of the working alliance",
            "The alliance as agreement on goals and tasks, with the bond.",
        ),
        "safran-muran-1996": _ref(
            "Safran & Muran", "1996", "The resolution of ruptures in the therapeutic alliance",
            "Stages of repair for withdrawal and confrontation.",
        ),
        "safran-muran-2000": _ref(
            "Safran & Muran", "2000", "Negotiating the Therapeutic Alliance",
            "Metacommunication: talking about the talking.",
        ),
        "eubanks-muran-safran-2015": _ref(
            "Eubanks, Muran & Safran", "2015", "Rupture Resolution Rating System (3RS): Manual",
            "Names of markers and resolution strategies; our definitions and scores are not theirs.",
        ),
        "eubanks-carter-2015": _ref(
            "Eubanks-Carter, Muran & Safran", "2015", "Alliance-focused training",
            "What the training teaches and how.",
        ),
        "eubanks-meta-2018": _ref(
            "Eubanks, Muran & Safran", "2018", "Alliance rupture repair: a meta-analysis",
            "Repair goes with better outcome (r = .29).",
        ),
        "eubanks-consensus-2018": _ref(
            "Eubanks, Burckell & Goldfried", "2018", "Clinical consensus strategies to repair ruptures",
            "During a rupture, validate and explore; patterns and change-oriented work fit later sessions.",
        ),
        "fluckiger-2018": _ref(
            "Flückiger et al.", "2018", "The alliance in adult psychotherapy",
            "Alliance and outcome, r = .278 over 295 studies.",
        ),
        "sharf-2010": _ref(
            "Sharf, Primavera & Diener", "2010", "Dropout and therapeutic alliance",
            "Weak alliance and drop-out, d = .55.",
        ),
        "chen-2018": _ref(
            "Chen et al.", "2018", "Therapists' recognition of alliance ruptures as a moderator",
            "Noticing a rupture undoes its effect on the next session.",
        ),
        "okeeffe-2020": _ref(
            "O'Keeffe, Martin & Midgley", "2020", "When adolescents stop psychological therapy",
            "Going minimal and persisting with an activity before patients left.",
        ),
        "ackerman-2001": _ref(
            "Ackerman & Hilsenroth", "2001",
            "A review of therapist characteristics and techniques negatively impacting the therapeutic alliance",
            "Which responses strain the alliance.",
        ),
        "blanchard-2016": _ref(
            "Blanchard & Farber", "2016", "Lying in psychotherapy",
            "Most patients have hidden what they think of the therapy, often out of politeness.",
        ),
        "frankel-2006": _ref(
            "Frankel, Levitt et al.", "2006", "Assessing silent processes",
            "Kinds of silence, and which come with good outcome.",
        ),
        "swift-2018": _ref(
            "Swift et al.", "2018", "The impact of accommodating client preference",
            "Fewer drop-outs where preferences are accommodated.",
        ),
        "muran-2023": _ref(
            "Muran et al.", "2023", "Renegotiating tasks or goals as rupture repair",
            "Therapists combine strategies in varying orders: there are several good paths.",
        ),
    }
)  # fmt: skip
