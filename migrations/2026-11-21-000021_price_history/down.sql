DROP TRIGGER price_on ON listings;
DROP TRIGGER price_in ON listings;
DROP TRIGGER old_price ON listings;
DROP FUNCTION keep_price(), drop_old_price();
ALTER TABLE listings DROP COLUMN old_price, DROP COLUMN old_until;
DROP TABLE listing_prices;
