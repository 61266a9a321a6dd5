-- When a message was handed over, or failed: what went is listed by it. None while it only waits.
ALTER TABLE outbox ADD COLUMN went TEXT;
UPDATE outbox SET went = CASE state
  WHEN 'claimed' THEN json_extract(sending, '$.claimed.attempt.date')
  WHEN 'transient' THEN json_extract(sending, '$.transient.attempt.date')
  WHEN 'accepted' THEN json_extract(sending, '$.accepted.at')
  WHEN 'permanent' THEN json_extract(sending, '$.permanent.at')
  WHEN 'unknown' THEN json_extract(sending, '$.unknown.at')
END
WHERE state NOT IN ('planned', 'withdrawn') AND json_valid(sending);
CREATE INDEX outbox_went ON outbox (went DESC, id) WHERE went IS NOT NULL;
