ALTER TABLE shops DROP CONSTRAINT shops_logo_id_fkey;
ALTER TABLE products DROP CONSTRAINT products_cover_id_fkey;
DROP TABLE listing_views, stocks, listing_history, listings, photos, product_tags, tags, product_values, product_texts, products;
DROP FUNCTION mirror_stock();
DROP FUNCTION keep_listing_history();
DELETE FROM transitions WHERE machine = 'listing';
