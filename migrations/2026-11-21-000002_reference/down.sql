DROP TABLE category_attributes, attribute_options, attributes, categories, cities, regions, reference_version;
DROP FUNCTION touch_reference();
