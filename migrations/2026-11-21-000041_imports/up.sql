-- A shop's own number of a thing: price lists find the listing by it, or, without a number, by the title of the shop's card.
ALTER TABLE listings ADD COLUMN sku text CHECK (char_length(sku) BETWEEN 1 AND 60);
CREATE UNIQUE INDEX listings_sku ON listings (shop_id, sku) WHERE sku IS NOT NULL;
DROP INDEX products_owner;
CREATE INDEX products_owner ON products (owner_shop_id, title);

-- Price lists that shops brought. The files lie in `folder`; what the columns are and what came of it is told in JSON.
CREATE TABLE imports (
    id           bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    shop_id      bigint NOT NULL REFERENCES shops,
    user_id      bigint REFERENCES users,       -- null: the command line
    -- matched: being checked; running, undoing: being done.
    state        text NOT NULL DEFAULT 'uploaded'
                 CHECK (state IN ('uploaded', 'matched', 'checked', 'running', 'done', 'undoing', 'undone', 'failed')),
    folder       uuid NOT NULL UNIQUE,
    kind         text NOT NULL CHECK (kind IN ('csv', 'xlsx', 'yml')),
    file_name    text NOT NULL,
    photos_name  text NOT NULL DEFAULT '',      -- '': no photos came along
    matching     jsonb NOT NULL DEFAULT '{}',
    tally        jsonb NOT NULL DEFAULT '{}',
    refusal      text,
    -- Rows that the present step is done with, written in the transaction that did them: a killed worker's step goes on behind them.
    seen         bigint NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    undo_until   timestamptz,
    CHECK ((state = 'failed') = (refusal IS NOT NULL))
);
CREATE INDEX imports_shop ON imports (shop_id, id DESC);
CREATE INDEX imports_user ON imports (user_id);
CREATE INDEX imports_age ON imports (created_at);
-- A shop's lists are taken in one after another.
CREATE UNIQUE INDEX imports_running ON imports (shop_id) WHERE state IN ('running', 'undoing');
CREATE TRIGGER import_states BEFORE UPDATE OF state ON imports FOR EACH ROW EXECUTE FUNCTION check_transition('import');
INSERT INTO transitions VALUES
    ('import', 'uploaded', 'matched'), ('import', 'matched', 'checked'), ('import', 'matched', 'failed'), ('import', 'checked', 'matched'),
    ('import', 'checked', 'running'), ('import', 'running', 'done'), ('import', 'done', 'undoing'), ('import', 'undoing', 'undone');

-- What an import made and changed, for as long as it can be undone.
CREATE TABLE import_rows (
    import_id     bigint NOT NULL REFERENCES imports ON DELETE CASCADE,
    row           bigint NOT NULL,
    listing_id    bigint NOT NULL REFERENCES listings ON DELETE CASCADE,
    made          boolean NOT NULL,
    price_before  bigint,
    price_after   bigint,
    stock_before  integer,
    stock_after   integer,
    PRIMARY KEY (import_id, row)
);
CREATE INDEX import_rows_listing ON import_rows (listing_id);

-- What is wrong with rows.
CREATE TABLE import_errors (
    import_id  bigint NOT NULL REFERENCES imports ON DELETE CASCADE,
    row        bigint NOT NULL,
    line       bigint NOT NULL,
    problems   jsonb NOT NULL,
    PRIMARY KEY (import_id, row)
);

-- What a shop's columns and categories were last time.
CREATE TABLE import_habits (
    shop_id  bigint PRIMARY KEY REFERENCES shops,
    habits   jsonb NOT NULL
);

-- Many rows at once: what is on sale is looked up for all of them together, and a stock that changes nothing on its listing leaves it alone.
CREATE OR REPLACE FUNCTION note_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id)
    SELECT DISTINCT n.product_id FROM now_rows n WHERE EXISTS (SELECT FROM listings l WHERE l.product_id = n.product_id AND l.state = 'active');
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION mirror_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM listings WHERE id = NEW.listing_id AND in_stock <> (NEW.on_hand > NEW.reserved)) THEN
        UPDATE listings SET in_stock = NEW.on_hand > NEW.reserved
        WHERE id = NEW.listing_id AND in_stock <> (NEW.on_hand > NEW.reserved);
    END IF;
    RETURN NULL;
END $$;
