ALTER TABLE import_rows DROP COLUMN published, DROP COLUMN photos, DROP COLUMN sku;
ALTER TABLE card_changes DROP COLUMN found;
