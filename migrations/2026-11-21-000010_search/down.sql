DROP INDEX listings_used_new;
DROP FUNCTION search_query;
