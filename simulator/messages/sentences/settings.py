"""What the settings page says of where conversations are kept, of backups, and of a person's own data."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("settings/title", "Settings")
BACK: Final = Sentence("settings/back", "Back to the library")
THEME: Final = Sentence("settings/theme", "Theme")
AS_THE_SYSTEM: Final = Sentence("settings/as-the-system", "As the system")
LIGHT: Final = Sentence("settings/light", "Light")
DARK: Final = Sentence("settings/dark", "Dark")
HIGH_CONTRAST: Final = Sentence("settings/high-contrast", "High contrast")
LANGUAGE: Final = Sentence("settings/language", "Language")
PARTLY_TRANSLATED: Final = Sentence("settings/partly-translated", "{language} (partly translated)")
LANGUAGE_HELP: Final = Sentence(
    "settings/language-help",
    "Changes the whole window at once. What is not translated yet is said in English, and so are the scenarios that nobody "
    "has translated. The system’s language is followed where its translation is complete.",
)
TEXT_SIZE: Final = Sentence("settings/text-size", "Text size: {percent} %")
TEXT_SIZE_NAME: Final = Sentence("settings/text-size-name", "Text size in percent")
MOTION: Final = Sentence("settings/motion", "Reduced motion")
MOTION_HELP: Final = Sentence(
    "settings/motion-help",
    "Lines appear at once, and the face changes without easing. Without this they do so where your system asks for less motion.",
)
TIMER: Final = Sentence("settings/timer", "Timed silences")
TIMER_HELP: Final = Sentence(
    "settings/timer-help",
    "The patient ends a silence after a while: once you have had time to read and have said what you saw, and while the "
    "window is in front. Without it, a silence waits for you.",
)
NAME: Final = Sentence("settings/name", "Your name, or a pseudonym")
KEPT_TITLE: Final = Sentence("settings/kept-title", "Where your conversations are kept")
BACK_UP: Final = Sentence("settings/back-up", "Back up now")
BACKING_UP: Final = Sentence("settings/backing-up", "Backing up …")
BACKED_UP: Final = Sentence("settings/backed-up", "Backed up.")
GO_BACK: Final = Sentence("settings/go-back", "Go back to a backup")
NO_BACKUPS: Final = Sentence("settings/no-backups", "There is no backup yet.")
WHICH: Final = Sentence("settings/which", "To which one?")
BACKUP: Final = Sentence(
    "settings/backup", "{when}: {count} conversation", "{when}: {count} conversations", count="count"
)
BACKUP_UNREADABLE: Final = Sentence("settings/backup-unreadable", "{when}: cannot be read")
OLDER: Final = Sentence("settings/older", "Show {count} older one", "Show {count} older ones", count="count")
PUT_IN_PLACE: Final = Sentence("settings/put-in-place", "Put it in place")
LEAVE_IT: Final = Sentence("settings/leave-it", "Leave all as it is")
RESTORING: Final = Sentence("settings/restoring", "Putting the backup in place …")
RESTORED: Final = Sentence(
    "settings/restored", "The backup is in place. What was there before is now the newest backup in the list."
)
LAST: Final = Sentence("settings/last", "Last backup: {when}.")
NO_LAST: Final = Sentence("settings/no-last", "No backup has been made yet; one is made after your next conversation.")
DATA_TITLE: Final = Sentence("settings/data-title", "Your own data")
DATA_LEAD: Final = Sentence(
    "settings/data-lead",
    "Everything that is kept about you can be taken along as a file that any browser reads, and can be deleted.",
)
EXPORT: Final = Sentence("settings/export", "Export everything about me …")
EXPORTING: Final = Sentence("settings/exporting", "Writing the export …")
EXPORTED: Final = Sentence("settings/exported", "Written to “{path}”.")
EXPORT_TO: Final = Sentence("settings/export-to", "Where should the export go?")
EXPORT_KIND: Final = Sentence(
    "settings/export-kind", "Archive ({pattern})", note="A kind of file, with how its name ends: “*.zip”."
)
ERASE: Final = Sentence("settings/erase", "Delete everything about me …")
ERASE_ASK: Final = Sentence(
    "settings/erase-ask",
    "Delete all conversations, notes and the name of “{name}” for good? This cannot be taken back.",
)
ERASE_BACKUPS: Final = Sentence("settings/erase-backups", "Also the backups that hold them")
ERASE_BACKUPS_HELP: Final = Sentence(
    "settings/erase-backups-help",
    "Backups hold the conversations of everybody here. Without this they keep yours until they are replaced by newer ones.",
)
ERASE_YES: Final = Sentence("settings/erase-yes", "Delete for good")
ERASE_NO: Final = Sentence("settings/erase-no", "Keep everything")
ERASING: Final = Sentence("settings/erasing", "Deleting …")
SOMEBODY_ELSE: Final = Sentence("settings/somebody-else", "Somebody else is practising now")
NAME_KEPT: Final = Sentence("settings/name-kept", "A new name keeps your earlier conversations.")
