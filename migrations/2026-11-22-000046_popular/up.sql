-- Searches rank by popularity a little, by the logarithm of views: goods are indexed again when their views grew by a step of it,
-- some ten times in the life of a listing.
CREATE FUNCTION views_changed_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id)
    SELECT DISTINCT l.product_id FROM now_rows n JOIN was_rows w USING (listing_id) JOIN listings l ON l.id = n.listing_id
    WHERE l.state = 'active' AND floor(ln(1 + n.views)) > floor(ln(1 + w.views));
    RETURN NULL;
END $$;
CREATE TRIGGER views_changed_search AFTER UPDATE ON listing_views
    REFERENCING OLD TABLE AS was_rows NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION views_changed_search();

CREATE FUNCTION first_views_changed_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id)
    SELECT DISTINCT l.product_id FROM now_rows n JOIN listings l ON l.id = n.listing_id
    WHERE l.state = 'active' AND floor(ln(1 + n.views)) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER first_views_changed_search AFTER INSERT ON listing_views
    REFERENCING NEW TABLE AS now_rows FOR EACH STATEMENT EXECUTE FUNCTION first_views_changed_search();
