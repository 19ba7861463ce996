DROP TRIGGER record ON orders;
DROP FUNCTION keep_shop_record();
DROP TABLE shop_records;
DROP INDEX listings_new, listings_used_new, listings_category_new, listings_category_price;
CREATE INDEX listings_new ON listings (published_at DESC, id DESC)
    INCLUDE (product_id, shop_id, category_id, price, city_id, condition) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_used_new ON listings (published_at DESC, id DESC)
    INCLUDE (product_id, shop_id, category_id, price, city_id) WHERE state = 'active' AND in_stock AND condition = 'used';
CREATE INDEX listings_category_new ON listings (category_id, published_at DESC, id DESC)
    INCLUDE (product_id, shop_id, price, city_id, condition) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_category_price ON listings (category_id, price, id)
    INCLUDE (product_id, shop_id, published_at, city_id, condition) WHERE state = 'active' AND in_stock;
DROP TRIGGER leads ON shops;
DROP TRIGGER leads_on ON listings;
DROP TRIGGER leads_in ON listings;
DROP TRIGGER card ON listings;
DROP FUNCTION keep_shop_leads(), keep_leads(), choose_leads(bigint), check_card();
ALTER TABLE listings DROP COLUMN leads;
ALTER TABLE products DROP COLUMN gtin, DROP COLUMN shared_at, DROP COLUMN merged_into;
DROP FUNCTION gtin_is_right(text);
