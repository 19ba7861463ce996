-- What the goods of the benchmark stand on: towns are there; categories, characteristics, shops and people are made here. Deterministic.
INSERT INTO categories (id, parent_id, slug, name_ru, name_kk, name_en, art)
SELECT 1000 + i, NULL, 'm-' || i, 'Раздел ' || i, 'Бөлім ' || i, 'Department ' || i, 'smartphones' FROM generate_series(0, 19) i;
INSERT INTO categories (id, parent_id, slug, name_ru, name_kk, name_en, art)
SELECT 2000 + i, 1000 + i % 20, 'm-' || i % 20 || '-' || i, 'Товары ' || i, 'Тауарлар ' || i, 'Goods ' || i, 'smartphones' FROM generate_series(0, 379) i;

INSERT INTO attributes (id, code, kind, name_ru, name_kk, name_en)
SELECT 10000 + root * 10 + i, 'm-' || root || '-' || i, CASE WHEN i < 8 THEN 'choice' ELSE 'number' END, 'Свойство ' || i, 'Қасиет ' || i, 'Property ' || i
FROM generate_series(0, 19) root, generate_series(0, 9) i;
INSERT INTO attribute_options (id, attribute_id, code, name_ru, name_kk, name_en, position)
SELECT (10000 + root * 10 + i) * 100 + o, 10000 + root * 10 + i, 'o-' || o, 'Вид ' || i || '-' || o, 'Түр ' || i || '-' || o, 'Kind ' || i || '-' || o, o
FROM generate_series(0, 19) root, generate_series(0, 7) i, generate_series(0, 11) o;
INSERT INTO category_attributes (category_id, attribute_id, position)
SELECT 1000 + root, 10000 + root * 10 + i, i FROM generate_series(0, 19) root, generate_series(0, 9) i;

INSERT INTO users (name, email, password_hash) SELECT 'Seller ' || i, 'seller' || i || '@bench.example', 'none' FROM generate_series(1, 300) i;
INSERT INTO shops (slug, name, kind, tin, city_id, about, lang, trusted_at)
SELECT 'bench-' || i, 'Магазин ' || i, 'company', '220140001238', (SELECT id FROM cities ORDER BY people DESC, id OFFSET i % 30 LIMIT 1), 'Продаём и доставляем.', 'ru', now()
FROM generate_series(1, 300) i;
INSERT INTO shop_members SELECT s.id, u.id, 'owner' FROM shops s JOIN users u ON u.email = replace(s.slug, 'bench-', 'seller') || '@bench.example';
INSERT INTO delivery_terms (shop_id, way, price, free_from, days_min, days_max, place)
SELECT id, way, price, free_from, days_min + (id % 3)::integer, days_max + (id % 3 + id / 3 % 7)::integer, place FROM shops,
    (VALUES ('courier', 99000, 5000000, 1, 2, ''), ('pickup', 0, NULL::bigint, 0, 1, 'ул. Абая, 10'), ('post', 150000, NULL, 3, 7, '')) t (way, price, free_from, days_min, days_max, place);
INSERT INTO tags (slug, name) SELECT 'tag-' || i, 'тег ' || i FROM generate_series(1, 50) i;
