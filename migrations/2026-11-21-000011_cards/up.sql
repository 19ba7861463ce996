-- Cards that several shops sell on. A GTIN is kept with fourteen digits; it is right, and no two shared cards have the same.
CREATE FUNCTION gtin_is_right(gtin text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN gtin ~ '^[0-9]{14}$' THEN
        (SELECT sum(substr(gtin, i, 1)::integer * CASE i % 2 WHEN 1 THEN 3 ELSE 1 END) FROM generate_series(1, 14) i) % 10 = 0
    ELSE false END
$$;
ALTER TABLE products
    ADD COLUMN gtin        text CHECK (gtin IS NULL OR gtin_is_right(gtin)),
    ADD COLUMN shared_at   timestamptz,
    -- The card that took over this one's offers; its address leads there.
    ADD COLUMN merged_into bigint REFERENCES products CHECK (merged_into <> id);
CREATE UNIQUE INDEX products_shared_gtin ON products (gtin) WHERE owner_shop_id IS NULL AND gtin IS NOT NULL;
CREATE INDEX products_gtin ON products (gtin) WHERE gtin IS NOT NULL;
CREATE INDEX products_merged ON products (merged_into) WHERE merged_into IS NOT NULL;

-- On somebody else's card one sells new goods only, and not before staff have made it everybody's.
CREATE FUNCTION check_card() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    owner bigint;
BEGIN
    SELECT owner_shop_id INTO owner FROM products WHERE id = NEW.product_id;
    IF owner IS DISTINCT FROM NEW.shop_id AND NEW.condition <> 'new' THEN
        RAISE EXCEPTION 'used goods stand on a card of their own' USING ERRCODE = 'check_violation';
    END IF;
    IF owner IS NOT NULL AND owner <> NEW.shop_id AND NEW.state = 'active' THEN
        RAISE EXCEPTION 'the card is not shared' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER card BEFORE INSERT OR UPDATE OF state, condition, product_id ON listings FOR EACH ROW EXECUTE FUNCTION check_card();

-- Short rows of what is new show a card once: by its cheapest offer. Kept by triggers; a card with one offer costs one look at an index.
ALTER TABLE listings ADD COLUMN leads boolean NOT NULL DEFAULT true;
CREATE FUNCTION choose_leads(product bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- one after another: the second sees what the first has done
    PERFORM 1 FROM products WHERE id = product FOR NO KEY UPDATE;
    UPDATE listings l SET leads = c.leads
    FROM (SELECT o.id, row_number() OVER (ORDER BY o.sold DESC, o.price, o.id) = 1 AS leads
          FROM (SELECT l.id, l.price, l.state = 'active' AND l.in_stock AND s.state = 'open' AS sold
                FROM listings l JOIN shops s ON s.id = l.shop_id WHERE l.product_id = product) o) c
    WHERE c.id = l.id AND l.leads <> c.leads;
END $$;
CREATE FUNCTION keep_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND (TG_OP = 'DELETE' OR OLD.product_id <> NEW.product_id) THEN
        PERFORM choose_leads(OLD.product_id);
    END IF;
    IF TG_OP <> 'DELETE' AND (TG_OP = 'UPDATE' AND OLD.product_id <> NEW.product_id
                              OR EXISTS (SELECT FROM listings WHERE product_id = NEW.product_id AND id <> NEW.id)) THEN
        PERFORM choose_leads(NEW.product_id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER leads_in AFTER INSERT OR DELETE ON listings FOR EACH ROW EXECUTE FUNCTION keep_leads();
CREATE TRIGGER leads_on AFTER UPDATE OF price, state, in_stock, product_id ON listings FOR EACH ROW
    WHEN ((OLD.price, OLD.state, OLD.in_stock, OLD.product_id) IS DISTINCT FROM (NEW.price, NEW.state, NEW.in_stock, NEW.product_id))
    EXECUTE FUNCTION keep_leads();
CREATE FUNCTION keep_shop_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM choose_leads(l.product_id) FROM listings l JOIN products p ON p.id = l.product_id
    WHERE l.shop_id = NEW.id AND p.owner_shop_id IS NULL ORDER BY l.product_id;
    RETURN NULL;
END $$;
CREATE TRIGGER leads AFTER UPDATE OF state ON shops FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION keep_shop_leads();

-- The lists' indexes know it too.
DROP INDEX listings_new, listings_used_new, listings_category_new, listings_category_price;
CREATE INDEX listings_new ON listings (published_at DESC, id DESC)
    INCLUDE (product_id, shop_id, category_id, price, city_id, condition, leads) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_used_new ON listings (published_at DESC, id DESC)
    INCLUDE (product_id, shop_id, category_id, price, city_id, leads) WHERE state = 'active' AND in_stock AND condition = 'used';
CREATE INDEX listings_category_new ON listings (category_id, published_at DESC, id DESC)
    INCLUDE (product_id, shop_id, price, city_id, condition, leads) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_category_price ON listings (category_id, price, id)
    INCLUDE (product_id, shop_id, published_at, city_id, condition, leads) WHERE state = 'active' AND in_stock;

-- A shop's record: orders that it saw through, and those that it let down. Counted as orders move, so that a page reads one row.
CREATE TABLE shop_records (
    shop_id  bigint PRIMARY KEY REFERENCES shops ON DELETE CASCADE,
    done     bigint NOT NULL DEFAULT 0 CHECK (done >= 0),
    failed   bigint NOT NULL DEFAULT 0 CHECK (failed >= 0)
);
INSERT INTO shop_records (shop_id, done, failed)
SELECT shop_id, count(*) FILTER (WHERE state = 'completed'), count(*) FILTER (WHERE state IN ('declined', 'expired')) FROM orders
WHERE state IN ('completed', 'declined', 'expired') GROUP BY shop_id;
CREATE FUNCTION keep_shop_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO shop_records AS r (shop_id, done, failed) VALUES (NEW.shop_id, (NEW.state = 'completed')::integer, (NEW.state <> 'completed')::integer)
    ON CONFLICT (shop_id) DO UPDATE SET done = r.done + excluded.done, failed = r.failed + excluded.failed;
    RETURN NULL;
END $$;
CREATE TRIGGER record AFTER UPDATE OF state ON orders FOR EACH ROW
    WHEN (OLD.state <> NEW.state AND NEW.state IN ('completed', 'declined', 'expired')) EXECUTE FUNCTION keep_shop_record();
