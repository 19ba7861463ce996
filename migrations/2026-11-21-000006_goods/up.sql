-- The card. owner_shop_id is null for a shared card, else the card is private to that shop.
CREATE TABLE products (
    id             bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    category_id    integer NOT NULL REFERENCES categories,
    owner_shop_id  bigint REFERENCES shops,
    title          text NOT NULL,
    slug           text NOT NULL DEFAULT '',
    brand          text NOT NULL DEFAULT '',
    lang           text NOT NULL CHECK (lang IN ('ru', 'kk', 'en')),
    cover_id       uuid,                    -- first photo that is ready
    -- Set by the shop's verbs after each change of text, tags or characteristics.
    document       tsvector NOT NULL DEFAULT '',
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX products_category ON products (category_id, id);
CREATE INDEX products_owner ON products (owner_shop_id);
CREATE INDEX products_document ON products USING gin (document);

-- Long texts keep house by themselves, so that lists read narrow rows.
CREATE TABLE product_texts (
    product_id   bigint PRIMARY KEY REFERENCES products ON DELETE CASCADE,
    description  text NOT NULL
);

CREATE TABLE product_values (
    product_id    bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    attribute_id  integer NOT NULL REFERENCES attributes,
    text_value    text,
    number_value  numeric(14, 3),
    option_id     integer REFERENCES attribute_options,
    bool_value    boolean,
    PRIMARY KEY (product_id, attribute_id),
    CHECK (num_nonnulls(text_value, number_value, option_id, bool_value) = 1)
);
CREATE INDEX product_values_attribute ON product_values (attribute_id);
CREATE INDEX product_values_option ON product_values (option_id);

CREATE TABLE tags (
    id    bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    slug  text NOT NULL UNIQUE,
    name  text NOT NULL
);
CREATE TABLE product_tags (
    product_id  bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    tag_id      bigint NOT NULL REFERENCES tags,
    PRIMARY KEY (product_id, tag_id)
);
CREATE INDEX product_tags_tag ON product_tags (tag_id, product_id);

CREATE TABLE photos (
    id          uuid PRIMARY KEY,
    product_id  bigint REFERENCES products ON DELETE CASCADE,
    shop_id     bigint NOT NULL REFERENCES shops,
    position    integer NOT NULL DEFAULT 0,
    -- processing: uploaded, variants not made yet; ready; refused: what was wrong is said, no file is kept.
    state       text NOT NULL DEFAULT 'processing' CHECK (state IN ('processing', 'ready', 'refused')),
    file_name   text NOT NULL,
    bytes       bigint NOT NULL,
    width       integer NOT NULL DEFAULT 0,
    height      integer NOT NULL DEFAULT 0,
    refusal     text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CHECK ((state = 'refused') = (refusal IS NOT NULL))
);
CREATE INDEX photos_product ON photos (product_id, position);
CREATE INDEX photos_shop ON photos (shop_id);

ALTER TABLE products ADD FOREIGN KEY (cover_id) REFERENCES photos ON DELETE SET NULL;
CREATE INDEX products_cover ON products (cover_id);
ALTER TABLE shops ADD FOREIGN KEY (logo_id) REFERENCES photos ON DELETE SET NULL;

CREATE TABLE listings (
    id            bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    product_id    bigint NOT NULL REFERENCES products,
    shop_id       bigint NOT NULL REFERENCES shops,
    -- Copied from the product, so that one index serves a category page.
    category_id   integer NOT NULL REFERENCES categories,
    price         bigint NOT NULL DEFAULT 0 CHECK (price >= 0 AND price % 100 = 0 AND price <= 100000000000),
    currency      char(3) NOT NULL DEFAULT 'KZT' CHECK (currency = 'KZT'),
    condition     text NOT NULL DEFAULT 'new' CHECK (condition IN ('new', 'used')),
    city_id       integer NOT NULL REFERENCES cities,
    by_courier    boolean NOT NULL DEFAULT false,
    by_pickup     boolean NOT NULL DEFAULT false,
    by_post       boolean NOT NULL DEFAULT false,
    state         text NOT NULL DEFAULT 'draft'
                  CHECK (state IN ('draft', 'pending_review', 'active', 'paused', 'expired', 'rejected', 'archived', 'removed')),
    -- Kept by a trigger on stocks: lists show what can be bought without joining.
    in_stock      boolean NOT NULL DEFAULT false,
    submitted_at  timestamptz,
    published_at  timestamptz,
    expires_at    timestamptz,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CHECK (state <> 'active' OR (price > 0 AND published_at IS NOT NULL)),
    UNIQUE (product_id, shop_id)
);
CREATE INDEX listings_shop ON listings (shop_id, state, id);
CREATE INDEX listings_shop_all ON listings (shop_id, id DESC);
CREATE INDEX listings_city ON listings (city_id);
CREATE INDEX listings_category ON listings (category_id);
CREATE INDEX listings_queue ON listings (submitted_at, id) WHERE state = 'pending_review';
CREATE INDEX listings_expiry ON listings (expires_at) WHERE state = 'active';
CREATE INDEX listings_new ON listings (published_at DESC, id DESC) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_category_new ON listings (category_id, published_at DESC, id DESC) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_category_price ON listings (category_id, price, id) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_shop_new ON listings (shop_id, published_at DESC, id DESC) WHERE state = 'active' AND in_stock;
CREATE TRIGGER listing_states BEFORE UPDATE OF state ON listings FOR EACH ROW EXECUTE FUNCTION check_transition('listing');
INSERT INTO transitions VALUES
    ('listing', 'draft', 'pending_review'), ('listing', 'draft', 'active'),
    ('listing', 'pending_review', 'active'), ('listing', 'pending_review', 'rejected'), ('listing', 'pending_review', 'draft'),
    ('listing', 'rejected', 'pending_review'), ('listing', 'rejected', 'active'),
    ('listing', 'active', 'paused'), ('listing', 'paused', 'active'), ('listing', 'paused', 'pending_review'),
    ('listing', 'active', 'pending_review'), ('listing', 'active', 'expired'), ('listing', 'expired', 'active'), ('listing', 'expired', 'pending_review'),
    ('listing', 'draft', 'archived'), ('listing', 'pending_review', 'archived'), ('listing', 'rejected', 'archived'),
    ('listing', 'active', 'archived'), ('listing', 'paused', 'archived'), ('listing', 'expired', 'archived'), ('listing', 'archived', 'draft'),
    ('listing', 'draft', 'removed'), ('listing', 'pending_review', 'removed'), ('listing', 'rejected', 'removed'),
    ('listing', 'active', 'removed'), ('listing', 'paused', 'removed'), ('listing', 'expired', 'removed'), ('listing', 'archived', 'removed'),
    ('listing', 'removed', 'pending_review');

CREATE TABLE listing_history (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    listing_id  bigint NOT NULL REFERENCES listings ON DELETE CASCADE,
    from_state  text NOT NULL,
    to_state    text NOT NULL,
    actor_id    bigint REFERENCES users,
    reason      text,
    at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX listing_history_listing ON listing_history (listing_id, id);
CREATE INDEX listing_history_actor ON listing_history (actor_id);
CREATE TRIGGER append_only BEFORE UPDATE ON listing_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION keep_listing_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IS DISTINCT FROM NEW.state THEN
        INSERT INTO listing_history (listing_id, from_state, to_state, actor_id, reason)
        VALUES (NEW.id, OLD.state, NEW.state, acting_user(), acting_reason());
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER history AFTER UPDATE OF state ON listings FOR EACH ROW EXECUTE FUNCTION keep_listing_history();

-- Overselling is impossible by schema.
CREATE TABLE stocks (
    listing_id  bigint PRIMARY KEY REFERENCES listings ON DELETE CASCADE,
    on_hand     integer NOT NULL DEFAULT 0 CHECK (on_hand <= 100000),
    reserved    integer NOT NULL DEFAULT 0,
    CHECK (reserved >= 0 AND reserved <= on_hand)
);
CREATE FUNCTION mirror_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE listings SET in_stock = NEW.on_hand > NEW.reserved
    WHERE id = NEW.listing_id AND in_stock <> (NEW.on_hand > NEW.reserved);
    RETURN NULL;
END $$;
CREATE TRIGGER mirrored AFTER INSERT OR UPDATE ON stocks FOR EACH ROW EXECUTE FUNCTION mirror_stock();

-- Counted in memory, flushed by a job: never written while a page is read.
CREATE TABLE listing_views (
    listing_id  bigint PRIMARY KEY REFERENCES listings ON DELETE CASCADE,
    views       bigint NOT NULL DEFAULT 0
);
