-- The best price of what is on sale; nothing when it is not to be had.
CREATE FUNCTION best_price(product bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT min(l.price) FROM listings l JOIN shops s ON s.id = l.shop_id
    WHERE l.product_id = product AND l.state = 'active' AND l.in_stock AND s.state = 'open'
$$;

-- Lists of what people may buy one day.
CREATE TABLE favorite_lists (
    id           bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    user_id      bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    -- Empty: the list that the first heart made; each language has its own word for it.
    name         text NOT NULL DEFAULT '' CHECK (char_length(name) <= 60),
    -- Where hearts go.
    is_default   boolean NOT NULL DEFAULT false,
    -- Whether its owner wants letters about prices and stock, and when the last one was due.
    notify       boolean NOT NULL DEFAULT true,
    told_at      timestamptz,
    -- Of the secret that opens the list to others, only the hash; null while it is not shared. Each renewal is a round.
    token_hash   bytea UNIQUE,
    share_round  integer NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (id, user_id)
);
CREATE INDEX favorite_lists_user ON favorite_lists (user_id);
CREATE UNIQUE INDEX favorite_lists_default ON favorite_lists (user_id) WHERE is_default;

-- A product stands in one of a person's lists.
CREATE TABLE favorites (
    user_id     bigint NOT NULL,
    product_id  bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    list_id     bigint NOT NULL,
    added_at    timestamptz NOT NULL DEFAULT now(),
    -- The best price when the heart was set, and the best one that its owner was told of.
    price_then  bigint CHECK (price_then > 0),
    price_told  bigint CHECK (price_told > 0),
    currency    char(3) NOT NULL DEFAULT 'KZT' CHECK (currency = 'KZT'),
    -- Whether it could be had when last looked at; whether there is news that was not told yet.
    available   boolean NOT NULL,
    stirred     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (user_id, product_id),
    FOREIGN KEY (list_id, user_id) REFERENCES favorite_lists (id, user_id) ON DELETE CASCADE
);
CREATE INDEX favorites_list ON favorites (list_id, added_at DESC, product_id DESC);
CREATE INDEX favorites_product ON favorites (product_id);
CREATE INDEX favorites_stirred ON favorites (list_id) WHERE stirred;

-- Products with hearts whose price or stock moved: written in the transaction that moves them, taken away by a job. No key, so nobody waits for anybody.
CREATE TABLE favorite_moves (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    product_id  bigint NOT NULL
);
CREATE FUNCTION note_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO favorite_moves (product_id)
    SELECT NEW.product_id WHERE EXISTS (SELECT FROM favorites WHERE product_id = NEW.product_id);
    RETURN NULL;
END $$;
CREATE TRIGGER moved AFTER UPDATE OF price, state, in_stock ON listings FOR EACH ROW
    WHEN (OLD.price <> NEW.price OR OLD.state <> NEW.state OR OLD.in_stock <> NEW.in_stock) EXECUTE FUNCTION note_move();
CREATE FUNCTION note_shop_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO favorite_moves (product_id)
    SELECT l.product_id FROM listings l WHERE l.shop_id = NEW.id AND EXISTS (SELECT FROM favorites f WHERE f.product_id = l.product_id);
    RETURN NULL;
END $$;
CREATE TRIGGER moved AFTER UPDATE OF state ON shops FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION note_shop_move();

-- What signed-in people looked at: buffered in memory, written by a timer.
CREATE TABLE recent_views (
    user_id     bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    product_id  bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    PRIMARY KEY (user_id, product_id)
);
CREATE INDEX recent_views_user ON recent_views (user_id, at DESC);
CREATE INDEX recent_views_product ON recent_views (product_id);
ALTER TABLE users ADD COLUMN keeps_recent boolean NOT NULL DEFAULT true;

-- Searches that people want to hear of. The address is the list's own, without language and page.
CREATE TABLE saved_searches (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    user_id     bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
    path        text NOT NULL CHECK (char_length(path) BETWEEN 1 AND 2000),
    frequency   text NOT NULL DEFAULT 'daily' CHECK (frequency IN ('at_once', 'daily', 'weekly')),
    paused      boolean NOT NULL DEFAULT false,
    -- What was put on sale later is new: to the eyes of its owner, and to the letters.
    seen_at     timestamptz NOT NULL DEFAULT now(),
    told_at     timestamptz NOT NULL DEFAULT now(),
    -- When the last letter left.
    lettered_at timestamptz,
    -- When a job looked last, and how many new ones there were then.
    looked_at   timestamptz NOT NULL DEFAULT now(),
    fresh       integer NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (user_id, path)
);
CREATE INDEX saved_searches_due ON saved_searches (looked_at) WHERE NOT paused;

-- Where a letter of a series can be called off with one click; goes into its headers.
ALTER TABLE mails ADD COLUMN unsubscribe text NOT NULL DEFAULT '';
