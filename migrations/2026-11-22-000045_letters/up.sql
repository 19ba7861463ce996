-- Letters about an order are written in the language that its buyer chose for letters, not in that of the page they ordered on.
ALTER TABLE purchases DROP COLUMN lang;

-- Accounts that were deleted before keep no name and no address in their purchases either.
UPDATE purchases SET contact_name = '—', contact_phone = '', street = '', house = '', flat = '', entrance = '', address_comment = '', comment = ''
WHERE buyer_id IN (SELECT id FROM users WHERE deleted_at IS NOT NULL);
