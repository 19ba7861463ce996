me-coming = On its way to you
me-order = Order { $number }
me-order-until = by
me-order-where = Where is it
me-orders-all = All purchases
me-addresses-none = Where to deliver
me-settings = Русский, қазақша, English; light and dark
me-shop = Listings and orders of your shop
me-shop-none = Open a shop in 5 minutes
me-help = How to buy, delivery, returns
me-left = The account is deleted. Thank you for being with us
me-leave-first = Finish these first
me-leave-listings-go = To listings
me-leave-gone = What disappears
me-leave-gone-what = Name, e-mail, phone, password, addresses, cart, saved products and searches, what you looked at, all sessions. You will not be able to sign in.
me-leave-kept = What stays
me-leave-kept-what = Finished purchases, but only goods, sums, dates and town: law and the sellers’ books require them. Name, phone, address and comment are wiped there too. Ratings, without your name.
me-leave-shop = If you have a shop, it closes for good. A private seller’s words about themselves and IIN disappear; the shop’s name stays in other people’s orders.
me-leave-go = Delete for good
me-mail-left = Your account on Samal is deleted
me-mail-left-why = We erased the name, e-mail, phone, password and addresses. This address is free for a new account.
me-mail-left-kept = As the law requires, the sellers keep the goods, sums, dates and town of your purchases.
me-order-more = and { $n ->
    [one] { $n } more
   *[other] { $n } more
}
me-orders-open = { $n ->
    [one] { $n } order open
   *[other] { $n } orders open
}
me-addresses-more = and { $n } more
me-security = Password, { $n ->
    [one] { $n } session
   *[other] { $n } sessions
}
me-leave-orders = { $n ->
    [one] { $n } order of yours is still open
   *[other] { $n } orders of yours are still open
}
me-leave-shop-orders = { $n ->
    [one] { $n } order waits for your shop
   *[other] { $n } orders wait for your shop
}
me-leave-listings = { $n ->
    [one] { $n } listing of your shop is still on sale: archive it
   *[other] { $n } listings of your shop are still on sale: archive them
}
me-favorites = { $n ->
    [one] { $n } product, we tell when prices drop
   *[other] { $n } products, we tell when prices drop
}
me-favorites-none = Products with a heart
me-searches = { $n ->
    [one] { $n } new product
   *[other] { $n } new products
}
me-searches-none = We tell about new products
