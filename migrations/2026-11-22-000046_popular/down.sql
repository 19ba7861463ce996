DROP TRIGGER first_views_changed_search ON listing_views;
DROP FUNCTION first_views_changed_search();
DROP TRIGGER views_changed_search ON listing_views;
DROP FUNCTION views_changed_search();
