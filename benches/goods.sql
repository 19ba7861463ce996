-- Listings for measuring: as many as :n, spread over shops, categories and towns, with texts from a table `words (title, text)`. Deterministic.
SELECT setseed(0.42);

INSERT INTO users (name, email, password_hash)
SELECT 'Seller ' || i, 'seller' || i || '@bench.example', 'none' FROM generate_series(1, 40) i;

INSERT INTO shops (slug, name, kind, tin, city_id, about, lang, trusted_at)
SELECT 'bench-' || i, 'Магазин ' || i, 'company', '220140001238', (SELECT id FROM cities ORDER BY people DESC, id OFFSET i % 30 LIMIT 1), 'Продаём и доставляем.', 'ru', now()
FROM generate_series(1, 40) i;

INSERT INTO shop_members SELECT s.id, u.id, 'owner' FROM shops s JOIN users u ON u.email = replace(s.slug, 'bench-', 'seller') || '@bench.example';

INSERT INTO delivery_terms (shop_id, way, price, free_from, days_min, days_max, place)
SELECT id, way, price, free_from, days_min, days_max, place FROM shops,
    (VALUES ('courier', 99000, 5000000, 1, 2, ''), ('pickup', 0, NULL::bigint, 0, 1, 'ул. Абая, 10'), ('post', 150000, NULL, 3, 7, '')) t (way, price, free_from, days_min, days_max, place);

CREATE TEMP TABLE plan AS
SELECT i, w.title || ' № ' || i AS title, w.text,
       (ARRAY(SELECT id FROM shops ORDER BY id))[1 + i % 40] AS shop_id,
       leaf.id AS category_id, leaf.name_ru AS category,
       (ARRAY(SELECT id FROM cities ORDER BY people DESC, id))[1 + floor(power(random(), 3) * 89)::int] AS city_id,
       (1000 + floor(power(random(), 2) * 500000))::bigint * 100 AS price,
       CASE WHEN random() < 0.15 THEN 'used' ELSE 'new' END AS condition,
       now() - random() * interval '50 days' AS published_at,
       md5('photo' || i)::uuid AS photo_id
FROM generate_series(1, :n) i
JOIN (SELECT *, row_number() OVER (ORDER BY title) - 1 AS at, count(*) OVER () AS many FROM words) w ON w.at = i % w.many
JOIN (SELECT c.*, row_number() OVER (ORDER BY id) - 1 AS at, count(*) OVER () AS many FROM categories c WHERE parent_id IS NOT NULL) leaf ON leaf.at = (i * 7) % leaf.many;

INSERT INTO products (category_id, owner_shop_id, title, slug, lang, brand)
SELECT category_id, shop_id, title, 'tovar-' || i, 'ru', 'Orbit'
FROM plan ORDER BY i;

CREATE TEMP TABLE made AS SELECT p.id AS product_id, plan.* FROM products p JOIN plan ON p.slug = 'tovar-' || plan.i;

INSERT INTO product_texts SELECT product_id, text FROM made;
INSERT INTO photos (id, product_id, shop_id, state, file_name, bytes, width, height)
SELECT photo_id, product_id, shop_id, 'ready', 'a.jpg', 100000, 1200, 1200 FROM made;
UPDATE products SET cover_id = photo_id FROM made WHERE made.product_id = products.id;
INSERT INTO listings (product_id, shop_id, category_id, price, condition, city_id, by_courier, by_pickup, by_post, state, published_at, expires_at, submitted_at)
SELECT product_id, shop_id, category_id, price, condition, city_id, true, true, i % 3 = 0, 'active', published_at, published_at + interval '60 days', published_at FROM made ORDER BY product_id;
INSERT INTO stocks (listing_id, on_hand) SELECT l.id, 1 + made.i % 50 FROM made JOIN listings l ON l.product_id = made.product_id;
INSERT INTO listing_views (listing_id) SELECT id FROM listings ON CONFLICT DO NOTHING;

INSERT INTO tags (slug, name) SELECT 'tag-' || i, 'тег ' || i FROM generate_series(1, 50) i;
INSERT INTO product_tags SELECT product_id, t.id FROM made JOIN tags t ON t.slug = 'tag-' || (1 + made.i % 50);

INSERT INTO product_values (product_id, attribute_id, option_id)
SELECT made.product_id, a.id, (SELECT o.id FROM attribute_options o WHERE o.attribute_id = a.id ORDER BY o.id OFFSET made.i % 5 LIMIT 1) FROM made, attributes a WHERE a.code = 'color';
INSERT INTO product_values (product_id, attribute_id, number_value)
SELECT made.product_id, a.id, 12 FROM made, attributes a WHERE a.code = 'warranty';
