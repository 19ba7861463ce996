-- What the search index has to look at again, written in the transaction of the change. Every node reads it for its own index.
CREATE TABLE search_changes (
    id          bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    product_id  bigint NOT NULL,            -- no reference: products that are gone are changes too
    -- Readers go by transactions, not by ids: a later id may be visible before an earlier one.
    txid        bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX search_changes_txid ON search_changes (txid);
CREATE INDEX search_changes_at ON search_changes (at);

-- One row. `id` names the index folders of this database; an index that is older than `pruned` cannot catch up and is built anew.
CREATE TABLE search_log (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    id      uuid NOT NULL DEFAULT gen_random_uuid(),
    pruned  bigint NOT NULL DEFAULT 0
);
INSERT INTO search_log DEFAULT VALUES;

CREATE FUNCTION is_on_sale(product bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM listings WHERE product_id = product AND state = 'active')
$$;

CREATE FUNCTION note_listings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO search_changes (product_id)
        SELECT DISTINCT n.product_id FROM now_rows n JOIN old_rows o USING (id)
        WHERE (n.state = 'active' OR o.state = 'active')
          AND (n.state, n.in_stock, n.price, n.city_id, n.condition, n.category_id, n.by_courier, n.by_pickup, n.by_post)
              IS DISTINCT FROM (o.state, o.in_stock, o.price, o.city_id, o.condition, o.category_id, o.by_courier, o.by_pickup, o.by_post);
    ELSE
        INSERT INTO search_changes (product_id) SELECT DISTINCT product_id FROM now_rows WHERE state = 'active';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_added AFTER INSERT ON listings REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_listings();
CREATE TRIGGER search_changed AFTER UPDATE ON listings REFERENCING NEW TABLE AS now_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_listings();
CREATE TRIGGER search_dropped AFTER DELETE ON listings REFERENCING OLD TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_listings();

-- Texts, characteristics and tags matter once something of the product is on sale; before that there is nothing to find.
CREATE FUNCTION note_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id) SELECT DISTINCT product_id FROM now_rows WHERE is_on_sale(product_id);
    RETURN NULL;
END $$;
CREATE FUNCTION note_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id)
    SELECT n.id FROM now_rows n JOIN old_rows o USING (id)
    WHERE (n.title, n.brand, n.category_id) IS DISTINCT FROM (o.title, o.brand, o.category_id) AND is_on_sale(n.id);
    RETURN NULL;
END $$;
CREATE TRIGGER search_changed AFTER UPDATE ON products REFERENCING NEW TABLE AS now_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_products();
CREATE TRIGGER search_added AFTER INSERT ON product_texts REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_parts();
CREATE TRIGGER search_changed AFTER UPDATE ON product_texts REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_parts();
CREATE TRIGGER search_added AFTER INSERT ON product_values REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_parts();
CREATE TRIGGER search_changed AFTER UPDATE ON product_values REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_parts();
CREATE TRIGGER search_dropped AFTER DELETE ON product_values REFERENCING OLD TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_parts();
CREATE TRIGGER search_added AFTER INSERT ON product_tags REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_parts();
CREATE TRIGGER search_dropped AFTER DELETE ON product_tags REFERENCING OLD TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_parts();

-- A shop that closes, opens or delivers otherwise takes all its goods along.
CREATE FUNCTION note_shops() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id)
    SELECT DISTINCT l.product_id FROM now_rows n JOIN old_rows o USING (id) JOIN listings l ON l.shop_id = n.id
    WHERE n.state IS DISTINCT FROM o.state AND l.state = 'active';
    RETURN NULL;
END $$;
CREATE FUNCTION note_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id)
    SELECT DISTINCT l.product_id FROM now_rows n JOIN listings l ON l.shop_id = n.shop_id WHERE l.state = 'active';
    RETURN NULL;
END $$;
CREATE TRIGGER search_changed AFTER UPDATE ON shops REFERENCING NEW TABLE AS now_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_shops();
CREATE TRIGGER search_added AFTER INSERT ON delivery_terms REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_terms();
CREATE TRIGGER search_changed AFTER UPDATE ON delivery_terms REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_terms();
CREATE TRIGGER search_dropped AFTER DELETE ON delivery_terms REFERENCING OLD TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION note_terms();

-- Staff look for titles much like another.
CREATE INDEX products_title ON products USING gin (to_tsvector('simple', title));

-- The engine reads the words now.
DROP INDEX products_document;
ALTER TABLE products DROP COLUMN document;
DROP FUNCTION search_query(text);
