-- How often another code than the buyer's was tried: after some the code is shut, and the buyer takes a fresh one.
ALTER TABLE orders ADD COLUMN wrong_codes integer NOT NULL DEFAULT 0 CHECK (wrong_codes >= 0);
