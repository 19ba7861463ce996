DROP TRIGGER reviews ON products;
DROP FUNCTION merge_reviews();
CREATE OR REPLACE FUNCTION note_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id)
    SELECT n.id FROM now_rows n JOIN old_rows o USING (id)
    WHERE (n.title, n.brand, n.category_id, n.gtin) IS DISTINCT FROM (o.title, o.brand, o.category_id, o.gtin) AND is_on_sale(n.id);
    RETURN NULL;
END $$;
ALTER TABLE shops DROP COLUMN stars_sum, DROP COLUMN reviews;
ALTER TABLE products DROP COLUMN stars_sum, DROP COLUMN reviews;
DROP TABLE shop_reviews, reviews;
DROP FUNCTION check_review(), check_shop_review(), check_received(bigint);
