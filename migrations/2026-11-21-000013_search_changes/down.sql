CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT plainto_tsquery('russian', words) || plainto_tsquery('english', words) || plainto_tsquery('simple', words)
$$;
ALTER TABLE products ADD COLUMN document tsvector NOT NULL DEFAULT '';
DROP INDEX products_title;
CREATE INDEX products_document ON products USING gin (document);
DO $$
DECLARE one record;
BEGIN
    FOR one IN SELECT tgname, tgrelid::regclass AS place FROM pg_trigger WHERE tgname IN ('search_added', 'search_changed', 'search_dropped') LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', one.tgname, one.place);
    END LOOP;
END $$;
DROP FUNCTION note_listings, note_parts, note_products, note_shops, note_terms, is_on_sale;
DROP TABLE search_log, search_changes;
