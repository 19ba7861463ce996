DROP TRIGGER hearts ON products;
DROP FUNCTION merge_hearts();
DROP INDEX listings_old_price;
CREATE OR REPLACE FUNCTION note_listings() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE OR REPLACE FUNCTION note_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id)
    SELECT n.id FROM now_rows n JOIN old_rows o USING (id)
    WHERE (n.title, n.brand, n.category_id) IS DISTINCT FROM (o.title, o.brand, o.category_id) AND is_on_sale(n.id);
    RETURN NULL;
END $$;
