-- The town that days of delivery are counted to, as in the list that was saved.
ALTER TABLE saved_searches ADD COLUMN city_id integer REFERENCES cities;
