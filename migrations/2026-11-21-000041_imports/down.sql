DROP TABLE import_habits, import_errors, import_rows, imports;
DELETE FROM transitions WHERE machine = 'import';
DROP INDEX products_owner;
CREATE INDEX products_owner ON products (owner_shop_id);
DROP INDEX listings_sku;
ALTER TABLE listings DROP COLUMN sku;
