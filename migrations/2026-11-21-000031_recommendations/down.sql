ALTER TABLE users DROP COLUMN recommends_from, DROP COLUMN recommends;
DROP TABLE recommendation_training, popular_goods, product_neighbours;
