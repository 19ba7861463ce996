cart-title = Cart
cart-count = { $kinds ->
    [one] { $kinds } product
   *[other] { $kinds } products
}, { $pieces } pcs
cart-recount = Recalculate
cart-empty = Your cart is empty
cart-empty-text = What you choose will gather here. You will see the delivery date and the total before you order.
cart-to-catalogue = Open the catalogue
cart-to-shop = To the shop
cart-added = Added to the cart.
cart-open = Open the cart
cart-add-unavailable = This product is sold out or off sale.
cart-add-own = This is your own shop’s product, you cannot buy it from yourself.
cart-add-full = The cart already holds 100 different products. Order some or remove what you do not need.
cart-removed = Removed: { $title }
cart-put-back = Put back
cart-remove = Remove
cart-gone = Off sale, not counted
cart-sold-out = Sold out, not counted
cart-own = Your own shop’s product, not counted
cart-short = Only { $left } left. We lowered the quantity from { $was }
cart-price-moved = The price changed from { $was } to { $now }
cart-each = { $price } each
cart-no-way = These products cannot be delivered together in one way: order them separately
cart-goods = Goods
cart-goods-pieces = Goods, { $n } pcs
cart-delivery = Delivery
cart-delivery-later = you choose next
cart-total = Total
cart-changes = will update
cart-checkout = Check out
cart-nothing = Nothing in the cart can be ordered now
cart-pay-later = Pay on delivery, once you have checked the goods
cart-steps = You see every step of the order here and in mails
cart-quantity-wrong = Give the quantity as a number from 1 to { $max }, or remove the product
