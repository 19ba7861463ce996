-- Letters about an order are written in the language that its buyer chose for letters, not in that of the page they ordered on.
ALTER TABLE purchases DROP COLUMN lang;
