# The seller's cabinet
sell-overview = Overview
sell-goods = My goods
sell-shop = Shop
sell-new = New listing
sell-today = To do today
sell-todo = Today's tasks
sell-idle = All done. New orders and notes from moderators will show up here.
sell-first = List your first item
sell-first-lead = A few photos, a title and a price. The draft is kept; publish it when it is ready.
sell-todo-delivery = Say how you deliver
sell-todo-delivery-why = Nothing can be published without it
sell-todo-delivery-go = Set up
sell-todo-orders = { $n ->
    [one] Accept { $n } new order
   *[other] Accept { $n } new orders
}
sell-todo-until = by
sell-todo-orders-why = Orders that nobody accepts are cancelled by themselves
sell-todo-orders-go = To orders
sell-todo-rejected = { $n ->
    [one] Fix { $n } listing
   *[other] Fix { $n } listings
}
sell-todo-rejected-go = Fix
sell-todo-low = { $n ->
    [one] Restock { $n } item
   *[other] Restock { $n } items
}
sell-todo-low-go = Restock
sell-todo-drafts = { $n ->
    [one] Finish { $n } draft
   *[other] Finish { $n } drafts
}
sell-todo-drafts-go = Open
sell-figures = Right now
sell-fig-active = On sale
sell-fig-pending = In review
sell-fig-orders = Orders to accept
sell-fig-views = Views, all time

# Opening a shop
shop-open-title = Sell on Samal
shop-open-lead = One form and you can start listing. Listing is free.
shop-open-who = Who sells
shop-open-face = How buyers see you
shop-open-go = Open the shop
shop-opened = Your shop is open. Next, say how you deliver
shop-next = What happens next
shop-next-delivery = You set delivery ways and prices
shop-next-goods = You add goods with photos
shop-next-review = A moderator looks at your first listings
shop-next-orders = Buyers pay on delivery
shop-kind = You sell as
shop-kind-person = A private person
shop-kind-person-hint = You need your IIN
shop-kind-company = A company with a BIN
shop-kind-company-hint = You need your BIN
shop-kind-missing = Choose who sells
shop-tin = IIN or BIN
shop-tin-hint = 12 digits: the IIN is on your identity card, the BIN on the registration certificate. Buyers do not see it.
shop-tin-missing = Enter your IIN or BIN
shop-iin-wrong = There is no such IIN. Check the 12 digits on your identity card
shop-bin-wrong = There is no such BIN. Check the 12 digits on the certificate
shop-name = Name
shop-name-hint = Buyers will see it: your name or the shop's
shop-name-missing = Enter a name
shop-city = City
shop-choose = Choose
shop-city-missing = Choose a city from the list
shop-about = About
shop-about-hint = What you sell and what you are good at. Up to 2,000 characters.
shop-logo = Logo
shop-logo-hint = JPEG, PNG or WebP up to 15 MB, preferably square
shop-logo-kept = The file “{ $name }” is kept. Choose another one only to replace it
shop-logo-soon = The logo is being prepared and will appear soon

# Delivery
shop-delivery = How you deliver
shop-delivery-hint = Tick at least one way. Buyers see the price and the days when ordering.
shop-way-missing = Tick at least one way of delivery
shop-place = Pickup address
shop-place-hint = Street, house, how to find you
shop-place-missing = Say where to pick the order up
shop-price = Delivery price
shop-price-hint = 0 if it is free
shop-price-missing = Enter a delivery price; 0 if it is free
shop-price-number = Enter the amount as a number, like 1,500
shop-price-whole = Enter whole tenge
shop-price-range = Enter an amount above zero and up to { $max }
shop-free = Free from
shop-free-hint = Sum of goods in the order
shop-days-min = Days, from
shop-days-max = Days, to
shop-days-wrong = Enter days as a number from 0 to 60
shop-days-order = The longest time cannot be shorter than the shortest
shop-saved = Saved
shop-rest-saved = Everything else is saved.
shop-see = See your shop
shop-suspended = Staff have stopped your sales: buyers do not see your goods and nothing new can be published
