-- What a listing cost while it was on sale, stretch by stretch; the last one is open while it is on sale now. Written by a trigger, whoever changes the price.
CREATE TABLE listing_prices (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    listing_id  bigint NOT NULL REFERENCES listings ON DELETE CASCADE,
    from_at     timestamptz NOT NULL,
    until_at    timestamptz,
    price       bigint NOT NULL CHECK (price > 0),
    CHECK (until_at >= from_at)
);
CREATE INDEX listing_prices_listing ON listing_prices (listing_id, from_at, id);
CREATE UNIQUE INDEX listing_prices_open ON listing_prices (listing_id) WHERE until_at IS NULL;

-- A former price, for as long as the history bears it out (`listings/old_price.rs` decides). A price that moves takes it away.
ALTER TABLE listings ADD COLUMN old_price bigint, ADD COLUMN old_until timestamptz,
    ADD CHECK ((old_price IS NULL) = (old_until IS NULL)), ADD CHECK (old_price > price);

CREATE FUNCTION drop_old_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.old_price = NULL;
    NEW.old_until = NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER old_price BEFORE UPDATE OF price ON listings FOR EACH ROW WHEN (OLD.price <> NEW.price) EXECUTE FUNCTION drop_old_price();

CREATE FUNCTION keep_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE listing_prices SET until_at = greatest(now(), from_at) WHERE listing_id = NEW.id AND until_at IS NULL;
    IF NEW.state = 'active' THEN
        INSERT INTO listing_prices (listing_id, from_at, price) VALUES (NEW.id, now(), NEW.price);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER price_in AFTER INSERT ON listings FOR EACH ROW WHEN (NEW.state = 'active') EXECUTE FUNCTION keep_price();
CREATE TRIGGER price_on AFTER UPDATE OF price, state ON listings FOR EACH ROW
    WHEN (((NEW.state = 'active') <> (OLD.state = 'active')) OR (NEW.state = 'active' AND OLD.price <> NEW.price)) EXECUTE FUNCTION keep_price();
INSERT INTO listing_prices (listing_id, from_at, price) SELECT id, published_at, price FROM listings WHERE state = 'active';
