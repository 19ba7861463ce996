-- What the card said when a proposal was accepted, where that was no longer what the proposal began from: field → value.
ALTER TABLE card_changes ADD COLUMN found jsonb;

-- What more an import did to a listing that was there: the number that it got, the photos that were hung up, and whether that put it on sale.
ALTER TABLE import_rows
    ADD COLUMN sku       text,
    ADD COLUMN photos    uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN published boolean NOT NULL DEFAULT false;
