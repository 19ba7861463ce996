DROP TRIGGER views_changed_search ON listing_views;
DROP FUNCTION views_changed_search();
