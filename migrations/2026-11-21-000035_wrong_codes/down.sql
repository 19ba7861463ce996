ALTER TABLE orders DROP COLUMN wrong_codes;
