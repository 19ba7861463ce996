ALTER TABLE attributes DROP COLUMN group_id, DROP COLUMN is_axis;
DROP TABLE attribute_groups;
ALTER TABLE products DROP COLUMN variant_group_id;
DROP TABLE variant_groups;
