-- What buyers think of what they received: of each line of an order, and of the shop once an order, so that a full basket is still one voice.
CREATE TABLE reviews (
    id             bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    order_item_id  bigint NOT NULL UNIQUE REFERENCES order_items,
    -- The card that the stars count for: it follows when cards are merged.
    product_id     bigint NOT NULL REFERENCES products,
    author_id      bigint NOT NULL REFERENCES users,
    stars          smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    created_at     timestamptz NOT NULL DEFAULT now(),
    changed_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reviews_product ON reviews (product_id, id DESC);
CREATE INDEX reviews_author ON reviews (author_id);

CREATE TABLE shop_reviews (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    order_id    bigint NOT NULL UNIQUE REFERENCES orders,
    shop_id     bigint NOT NULL REFERENCES shops,
    author_id   bigint NOT NULL REFERENCES users,
    stars       smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    created_at  timestamptz NOT NULL DEFAULT now(),
    changed_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX shop_reviews_shop ON shop_reviews (shop_id, id DESC);
CREATE INDEX shop_reviews_author ON shop_reviews (author_id);

-- Only what was handed out is reviewed, whoever writes the row.
CREATE FUNCTION check_received(order_of bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM orders WHERE id = order_of AND state = 'completed') THEN
        RAISE EXCEPTION 'only what was received is reviewed' USING ERRCODE = 'check_violation';
    END IF;
END $$;
CREATE FUNCTION check_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_received(order_id) FROM order_items WHERE id = NEW.order_item_id;
    RETURN NEW;
END $$;
CREATE FUNCTION check_shop_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_received(NEW.order_id);
    RETURN NEW;
END $$;
CREATE TRIGGER received BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION check_review();
CREATE TRIGGER received BEFORE INSERT ON shop_reviews FOR EACH ROW EXECUTE FUNCTION check_shop_review();

-- Sums stand beside what is rated: pages read no further row for them.
ALTER TABLE products
    ADD COLUMN stars_sum bigint NOT NULL DEFAULT 0,
    ADD COLUMN reviews integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT products_rating CHECK (reviews >= 0 AND stars_sum BETWEEN reviews AND 5::bigint * reviews);
ALTER TABLE shops
    ADD COLUMN stars_sum bigint NOT NULL DEFAULT 0,
    ADD COLUMN reviews integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT shops_rating CHECK (reviews >= 0 AND stars_sum BETWEEN reviews AND 5::bigint * reviews);

-- Goods are found and ordered by their rating.
CREATE OR REPLACE FUNCTION note_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id)
    SELECT n.id FROM now_rows n JOIN old_rows o USING (id)
    WHERE (n.title, n.brand, n.category_id, n.gtin, n.stars_sum, n.reviews)
          IS DISTINCT FROM (o.title, o.brand, o.category_id, o.gtin, o.stars_sum, o.reviews) AND is_on_sale(n.id);
    RETURN NULL;
END $$;

-- Reviews go along when a card is merged into another.
CREATE FUNCTION merge_reviews() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reviews SET product_id = NEW.merged_into WHERE product_id = NEW.id;
    UPDATE products SET stars_sum = stars_sum + NEW.stars_sum, reviews = reviews + NEW.reviews WHERE id = NEW.merged_into;
    UPDATE products SET stars_sum = 0, reviews = 0 WHERE id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER reviews AFTER UPDATE OF merged_into ON products FOR EACH ROW
    WHEN (NEW.merged_into IS NOT NULL AND OLD.merged_into IS NULL AND NEW.reviews > 0) EXECUTE FUNCTION merge_reviews();
