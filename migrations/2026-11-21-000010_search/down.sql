DROP INDEX listings_new, listings_used_new, listings_category_new, listings_category_price, listings_shop_new;
CREATE INDEX listings_new ON listings (published_at DESC, id DESC) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_category_new ON listings (category_id, published_at DESC, id DESC) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_category_price ON listings (category_id, price, id) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_shop_new ON listings (shop_id, published_at DESC, id DESC) WHERE state = 'active' AND in_stock;
DROP FUNCTION search_query;
