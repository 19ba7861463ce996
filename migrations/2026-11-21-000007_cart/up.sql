-- A cart belongs to a user or to a guest, who is known by the hash of a random cookie.
CREATE TABLE carts (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    user_id     bigint UNIQUE REFERENCES users ON DELETE CASCADE,
    token_hash  bytea UNIQUE,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CHECK (num_nonnulls(user_id, token_hash) = 1)
);
CREATE INDEX carts_age ON carts (updated_at) WHERE user_id IS NULL;

CREATE TABLE cart_items (
    cart_id     bigint NOT NULL REFERENCES carts ON DELETE CASCADE,
    listing_id  bigint NOT NULL REFERENCES listings ON DELETE CASCADE,
    quantity    integer NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    price_seen  bigint NOT NULL CHECK (price_seen >= 0),
    currency    char(3) NOT NULL DEFAULT 'KZT' CHECK (currency = 'KZT'),
    added_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (cart_id, listing_id)
);
CREATE INDEX cart_items_listing ON cart_items (listing_id);
