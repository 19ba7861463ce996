DROP TABLE payment_allocations, payments, shipment_history, shipments, order_history, order_items, orders, purchases;
DROP FUNCTION keep_shipment_history();
DROP FUNCTION keep_order_history();
DELETE FROM transitions WHERE machine IN ('order', 'shipment', 'payment');
