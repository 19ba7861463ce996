-- What a shopper typed, as a query that any text makes and none breaks: all words, as Russian or English know them by their stem, or as they stand
-- (Kazakh has no stemmer in PostgreSQL). A plain SQL function, so that the planner sees through it.
CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT plainto_tsquery('russian', words) || plainto_tsquery('english', words) || plainto_tsquery('simple', words)
$$;

-- Lists pick their page and count their kinds from indexes alone.
DROP INDEX listings_new, listings_category_new, listings_category_price, listings_shop_new;
CREATE INDEX listings_new ON listings (published_at DESC, id DESC)
    INCLUDE (product_id, shop_id, category_id, price, city_id, condition) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_used_new ON listings (published_at DESC, id DESC)
    INCLUDE (product_id, shop_id, category_id, price, city_id) WHERE state = 'active' AND in_stock AND condition = 'used';
CREATE INDEX listings_category_new ON listings (category_id, published_at DESC, id DESC)
    INCLUDE (product_id, shop_id, price, city_id, condition) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_category_price ON listings (category_id, price, id)
    INCLUDE (product_id, shop_id, published_at, city_id, condition) WHERE state = 'active' AND in_stock;
CREATE INDEX listings_shop_new ON listings (shop_id, published_at DESC, id DESC)
    INCLUDE (product_id, price, city_id, condition) WHERE state = 'active' AND in_stock;
