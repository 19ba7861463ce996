-- When a shop last lost its record: what was let through before does not count again.
ALTER TABLE shops ADD COLUMN trust_lost_at timestamptz;
UPDATE shops s SET trust_lost_at = (
    SELECT max(d.at) FROM listing_decisions d JOIN listings l ON l.id = d.listing_id WHERE l.shop_id = s.id AND d.verdict = 'removed'
) WHERE s.trusted_at IS NULL;
