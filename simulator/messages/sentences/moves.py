"""What a therapist’s sentence does to the alliance: the moves, each with what it is called, what it means, an invented example, and when it works or backfires."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.messages.sentences.terms import MoveTerm, by_code, move_term

MOVES: Final[Mapping[str, MoveTerm]] = by_code(
    move_term(
        "notice_shift",
        "Notice the shift",
        "Names an observable change now, tentatively.",
        "Something got quieter after I spoke. Did you feel it too?",
        "Opens withdrawal and deference, though a first naming often draws denial. With a complaint it can sound like dodging the content.",
    ),
    move_term(
        "explore_experience",
        "Explore the experience",
        "Open, specific curiosity about this moment or about you.",
        "What was it like to hear that from me?",
        "Core in every rupture. Repeated without owning anything it becomes an interrogation.",
    ),
    move_term(
        "hold_silence",
        "Hold the silence",
        "Waits, attentive, after an invitation.",
        "(stays with them, unhurried)",
        "Makes room during repair. Without an invitation before it, it mirrors the freeze, alarms, or stonewalls.",
    ),
    move_term(
        "own_contribution",
        "Own your contribution",
        "Says what you did and its likely effect.",
        "I sounded annoyed about the concert, and that may have made it unsafe to go on.",
        "The best first move in withdrawal and confrontation. In deference with thin trust the patient hurries to comfort you. Too long or too sorry, it is an over-apology.",
    ),
    move_term(
        "disclose_experience",
        "Disclose your experience",
        "A brief feeling of your own, offered for joint use.",
        "I notice I’m working hard to persuade you; I wonder what you notice.",
        "Deepens repair. Early in deference the patient takes care of you; under attack it can sound like a reproach.",
    ),
    move_term(
        "validate_feeling",
        "Validate the feeling",
        "Says why the reaction makes sense.",
        "Of course that stung.",
        "Strong with complaints and in repair. In deference it is empty if it validates the facade.",
    ),
    move_term(
        "validate_protection",
        "Validate the protection",
        "Respects the guard.",
        "You don’t have to trust me with it today.",
        "Opens a shut-down patient and one who is afraid to say it. Do not use it to drop the topic.",
    ),
    move_term(
        "explore_fear",
        "Explore the fear",
        "Curious about the cost of speaking.",
        "What might I do if you told me I’d missed it?",
        "Key at half a complaint, and where the patient is afraid to say it. With a complaint it ignores the content and escalates.",
    ),
    move_term(
        "invite_dissent",
        "Invite dissent",
        "Makes a no welcome, without asking to be agreed with.",
        "Which part of this plan would you cross out?",
        "Key in deference. A plain “please disagree with me” gets obeyed: another form of compliance.",
    ),
    move_term(
        "support_assertion",
        "Support the assertion",
        "Takes a request or a no seriously and acts on it.",
        "You want less advice. Good, let’s do that now.",
        "Belongs to assertion. Praising the person for being brave can patronise.",
    ),
    move_term(
        "clarify_misunderstanding",
        "Clarify a misunderstanding",
        "Corrects a factual mix-up.",
        "I paused because the sound dropped.",
        "Fine when the cause is a mix-up and after hearing the person. Earlier it is a defence.",
    ),
    move_term(
        "give_rationale",
        "Give a rationale",
        "Explains why a task is there.",
        "The log shows us when it gets heavier.",
        "Answers complaints about tasks, and fits engaged work. In withdrawal and deference it produces compliance.",
    ),
    move_term(
        "renegotiate",
        "Renegotiate",
        "Changes task, goal, pace or frame together.",
        "Shall we halve it, or drop it?",
        "Fits assertion and complaint. Before exploring a withdrawal it gets “whatever you think”.",
    ),
    move_term(
        "refocus",
        "Refocus",
        "Returns gently to the agreed thread.",
        "Before that story, you’d paused.",
        "Fits a mild detour in a good alliance. During repair it abandons the moment.",
    ),
    move_term(
        "link_pattern",
        "Link to a pattern",
        "A tentative link to us before, or to others.",
        "Is this a bit like with your brother?",
        "After repair, or where the patient is afraid to say it. Early it is heard as blame, confirms shame, or is eagerly agreed to.",
    ),
    move_term(
        "discuss_fit",
        "Discuss the fit",
        "Open talk about fit, a change, another therapist.",
        "Let’s decide together what would tell us.",
        "After the complaint is explored. First thing, it is heard as being thrown out.",
    ),
    move_term(
        "check_repair",
        "Check the repair",
        "Asks how it sits and leaves the door open.",
        "How is it between us now?",
        "When something was said plainly or repaired. Earlier it asks for “all fine”.",
    ),
    move_term(
        "defend_justify",
        "Defend or justify",
        "Explains self, intent, facts.",
        "I didn’t mean it that way.",
        "Never opens. A complaint escalates, a withdrawn patient shuts.",
    ),
    move_term(
        "reassure_early",
        "Reassure early",
        "Soothes before hearing.",
        "I’m sure it’ll be fine.",
        "Feels kind, and ends the talk.",
    ),
    move_term(
        "blame_interpret",
        "Blame or interpret",
        "Puts it in the patient’s pathology; interpretation as counter-attack.",
        "Perhaps you always push people away.",
        "Worst under attack, where the patient is afraid to say it, and in vulnerability.",
    ),
    move_term(
        "press_on",
        "Press on",
        "Continues a task or questioning past a no.",
        "Let’s just finish the form.",
        "A deferring patient complies, a confronting one hardens.",
    ),
    move_term(
        "retreat",
        "Retreat",
        "The therapist withdraws: new topic, flat, few words.",
        "Okay. How was the weekend?",
        "Relief on both sides, and the rupture is frozen.",
    ),
    move_term(
        "over_apologise",
        "Over-apologise",
        "Sorry beyond measure, or asks to be forgiven.",
        "I’m terrible, I feel awful.",
        "The patient becomes the caretaker; anger turns to guilt.",
    ),
    move_term(
        "seek_agreement",
        "Seek agreement",
        "Takes or fishes for a yes.",
        "So we agree?",
        "Locks deference in; a false calm.",
    ),
)
"""By the word in scenario files."""
