-- Remarks on items are found by the item's digest: once they named "MOMENT/RESPONSE" and the SHA-256 of the texts it stood in.

-- One index serves both: what was said of a session has no item, what was said of an item no session.
DROP INDEX remarks_on_session;
DROP INDEX remarks_on_item;
CREATE INDEX remarks_on_subject ON remarks (session, item);
