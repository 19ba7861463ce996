ALTER TABLE shops DROP COLUMN trust_lost_at;
