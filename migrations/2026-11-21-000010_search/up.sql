-- What a shopper typed, as a query that any text makes and none breaks: all words, as Russian or English know them by their stem, or as they stand
-- (Kazakh has no stemmer in PostgreSQL). One row of SQL, so that the planner sees through it.
CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT plainto_tsquery('russian', words) || plainto_tsquery('english', words) || plainto_tsquery('simple', words)
$$;

-- The home page's second-hand rail, and lists that ask for used things only.
CREATE INDEX listings_used_new ON listings (published_at DESC, id DESC) WHERE state = 'active' AND in_stock AND condition = 'used';
