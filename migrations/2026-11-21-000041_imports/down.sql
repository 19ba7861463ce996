CREATE OR REPLACE FUNCTION mirror_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE listings SET in_stock = NEW.on_hand > NEW.reserved
    WHERE id = NEW.listing_id AND in_stock <> (NEW.on_hand > NEW.reserved);
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION note_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (product_id) SELECT DISTINCT product_id FROM now_rows WHERE is_on_sale(product_id);
    RETURN NULL;
END $$;
DROP TABLE import_habits, import_errors, import_rows, imports;
DELETE FROM transitions WHERE machine = 'import';
DROP INDEX products_owner;
CREATE INDEX products_owner ON products (owner_shop_id);
DROP INDEX listings_sku;
ALTER TABLE listings DROP COLUMN sku;
