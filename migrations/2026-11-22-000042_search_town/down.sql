ALTER TABLE saved_searches DROP COLUMN city_id;
