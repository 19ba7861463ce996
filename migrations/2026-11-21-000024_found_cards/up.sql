-- What the search index has to hear of cards: offers that move to another card, former prices, the number under the bars.
CREATE OR REPLACE FUNCTION note_listings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO search_changes (product_id)
        SELECT DISTINCT unnest(ARRAY[n.product_id, o.product_id]) FROM now_rows n JOIN old_rows o USING (id)
        WHERE (n.state = 'active' OR o.state = 'active')
          AND (n.state, n.in_stock, n.price, n.city_id, n.condition, n.category_id, n.by_courier, n.by_pickup, n.by_post, n.product_id, n.old_price)
              IS DISTINCT FROM (o.state, o.in_stock, o.price, o.city_id, o.condition, o.category_id, o.by_courier, o.by_pickup, o.by_post, o.product_id, o.old_price);
    ELSE
        INSERT INTO search_changes (product_id) SELECT DISTINCT product_id FROM now_rows WHERE state = 'active';
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION note_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id)
    SELECT n.id FROM now_rows n JOIN old_rows o USING (id)
    WHERE (n.title, n.brand, n.category_id, n.gtin) IS DISTINCT FROM (o.title, o.brand, o.category_id, o.gtin) AND is_on_sale(n.id);
    RETURN NULL;
END $$;
-- Former prices whose time is over are looked for by a job.
CREATE INDEX listings_old_price ON listings (old_until) WHERE old_until IS NOT NULL;

-- Hearts and looks go along when a card is merged into another.
CREATE FUNCTION merge_hearts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE favorites f SET product_id = NEW.merged_into WHERE f.product_id = NEW.id
        AND NOT EXISTS (SELECT FROM favorites o WHERE o.user_id = f.user_id AND o.product_id = NEW.merged_into);
    DELETE FROM favorites WHERE product_id = NEW.id;
    DELETE FROM recent_views WHERE product_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER hearts AFTER UPDATE OF merged_into ON products FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL AND OLD.merged_into IS NULL) EXECUTE FUNCTION merge_hearts();
