DROP TABLE delivery_terms, shop_members, shops;
DELETE FROM transitions WHERE machine = 'shop';
