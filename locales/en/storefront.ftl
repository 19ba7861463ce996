# Home
home-title = Shopping with delivery all over Kazakhstan
home-about = Samal, the marketplace of Kazakhstan: new and used goods from shops and private sellers. Delivery all over the country, payment on delivery.
home-now = What matters now
home-hero = What you need, brought to you
home-hero-more = Take your time: price and delivery date are known before you order, and you pay on delivery.
home-hero-go = Open the catalogue
home-tile-pay = Payment on delivery
home-tile-pay-more = Look at it first, pay afterwards
home-tile-sell = Sell what you don’t need
home-tile-sell-more = A listing takes minutes, no commission
home-categories = Categories
home-fresh = New arrivals
home-used = Second-hand: it may be just the thing
home-trust = Why Samal
home-trust-pay = Pay on delivery
home-trust-pay-more = You hand over money when you hold the goods
home-trust-check = Listings are checked
home-trust-check-more = A moderator looks at new sellers’ goods first
home-trust-date = A date at once
home-trust-date-more = Days and price stand there before you order; the shop answers by the time shown in the order
home-trust-code = Handed out by code
home-trust-code-more = Only who says your code gets your parcel
home-band = Do you have a shop? Open it on Samal
home-band-more = Signing up takes five minutes: name, town, BIN or IIN. We check your first goods and publish them.
home-band-go = Become a seller

# Lists
find-tree-title = Catalogue
find-tree-about = All categories of Samal, from smartphones to handicraft. New and used goods with delivery all over Kazakhstan.
find-category-title = { $name }: buy with delivery all over Kazakhstan
find-category-about = { $name } on Samal: new and used, prices and delivery days of shops and private sellers of Kazakhstan, payment on delivery.
find-tag-title = { $name }: goods on Samal
find-tag-about = Goods tagged “{ $name }” from shops and private sellers of Kazakhstan. Delivery all over the country, payment on delivery.
find-search-title = { $words }: search
find-search-found = Found for “{ $words }”
find-search-nothing = Nothing for “{ $words }”
find-search-advice = Look for a typing mistake, leave out a word, or have a look at the categories.
find-search-empty = What are you looking for?
find-search-empty-advice = Type a name, a brand or a property: “steel kettle”, “trainers 42”.
find-places = Where it was found
find-page = page { $n }
find-below = Sections
find-goods = Goods
find-count = { $n } { $n ->
    [one] product
   *[other] products
}
find-filters = Filters
find-filters-close = Close filters
find-price = Price, ₸
find-price-from = Price from
find-price-to = Price to
find-from = from { $price }
find-to = to { $price }
find-price-wrong = Write the price in digits, for example 80 000
find-condition = Condition
find-any = Any
find-city = Seller’s town
find-show = Show { $n }
find-days = Delivery
find-days-any = Any time
find-days-within = { $n ->
    [1] Tomorrow or sooner
   *[other] Within { $n } days
}
find-at-least = from
find-at-most = to
find-features = Features
find-shops = Shops
find-more = { $n } more
find-applied-span = { $name }: { $from }–{ $to }
find-applied-span-from = { $name }: from { $from }
find-applied-span-to = { $name }: up to { $to }
find-without = Without the filter “{ $filter }”: { $n ->
    [one] { $n } item
   *[other] { $n } items
}
find-corrected = Showing results for “{ $words }”.
find-literal = Search for exactly “{ $words }”
find-perhaps = Did you mean:
find-relaxed = Few goods have all the words, so those with some of them are shown too.
find-why = Why this order
find-why-lead = The score adds up the query's words in the card's fields and small bonuses. The higher the score, the higher the place. Places are not for sale.
find-why-words = Words
find-why-all = All words
find-why-head = Main word
find-why-feedback = Like the best
find-why-shop = Stock, demand, ratings, freshness
find-why-total = Score
find-apply = Apply
find-reset = Reset
find-reset-all = Reset all
find-applied = Chosen filters
find-applied-from = from { $price }
find-applied-to = up to { $price }
find-applied-no-shop = a shop that does not exist
find-sort-best = Best match
find-sort-new = Newest first
find-sort-cheap = Cheapest first
find-sort-dear = Dearest first
find-nothing = Nothing with these filters
find-nothing-advice = Take one of the filters away or widen the price.
find-nothing-yet = Nothing here yet
find-nothing-yet-advice = Goods appear when sellers list them. Meanwhile have a look at other sections.

# Product
product-title = { $title }, { $price }
product-photos = { $n ->
    [0] No photos
   *[other] Photos, { $n }
}
product-photo-short = Photo { $n }
product-photo = { $title }, photo { $n }
product-photo-of = { $n } of { $total }
product-show-photo = Show photo { $n }
product-photos-of = Photos: { $title }
product-no-photo = No photos
product-back = To the product
product-number = No. { $n }
product-brand = Brand
product-all-facts = All characteristics
product-tags = Tags
product-sold-out = Sold out. Come back later or look at other goods of the shop.
product-left = { $n } left
product-free = free
product-free-from = Free from { $sum }
product-pay = Payment on delivery
product-returns = Returns within 14 days
product-description = Description
product-facts = Characteristics
product-facts-own = Main
product-yes = yes
product-no = no
product-seller = Seller
product-all-of-shop = All goods of the shop
product-report = Report
product-others = More from { $shop }
product-others-all = All goods
product-quick = Quick purchase
product-similar = Similar goods
product-more-of-category = More in this category
product-away = Not on sale at the moment
product-away-advice = The seller has paused it or is changing its description. Have a look at similar ones.

# Shop
store-title = { $name }: a shop on Samal
store-summary = Goods of { $name } on Samal: prices, stock, delivery all over Kazakhstan, payment on delivery.
store-since = On Samal since { $year }

# Offers
offers-title = { $n ->
    [one] { $n } seller
   *[other] { $n } sellers
}, from { $price }
offers-sort = Order of offers
offers-sort-best = Best
offers-sort-price = Cheapest
offers-sort-date = Soonest
offers-sort-record = Most reliable
offers-shown = shown
offers-record = { $percent } % of orders done, { $n } in all
offers-done = { $n ->
    [one] { $n } order done
   *[other] { $n } orders done
}
offers-new-shop = new shop
offers-no-way = no delivery to your town
offers-sold-out = sold out
offers-why = Why this seller first
offers-why-lead = First stands whoever comes to the least: price, delivery, waiting and the risk that the order fails. Now that is { $shop }. Nobody pays for the place.
offers-why-price = Price
offers-why-delivery = Delivery
offers-why-days = Waiting
offers-why-n-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
offers-why-risk = Risk of failure
offers-why-total = Comes to
offers-why-help = How this is counted
product-gtin = Bar code
product-sell-yours = Sell yours
product-old = Was:
product-lowest = The lowest price in 90 days
product-prices = Price history
product-prices-of = Price history at { $shop }
product-prices-flat = The price has not changed: { $price }
product-prices-line = from { $low } to { $high }
product-prices-ago = 90 days, or since it went on sale
product-prices-today = today
product-prices-table = When it changed
product-prices-since = from
product-prices-rule = A crossed-out price is shown only when the thing was sold at it for half of the 90 days before the reduction and was never as cheap as now.
product-apart = , no such pair, the nearest opens
product-apart-note = Dashed ones do not exist in this combination: the nearest variant opens.
product-gone = , not on sale now
product-far = Only in
product-town = Dates are for { $town }.
product-town-other = Another town
product-town-choose = Choose your town to see exact dates
find-sort-sale = Biggest reductions first
find-sort-soon = Soonest delivery first
find-reduced = Price reduced
find-related = People also look for
find-sort-rating = Best rated first
find-rating = Rating
find-rating-any = Any
find-rating-from = { $mean } and up
find-applied-rating = rated { $mean } and up
offers-sort-rating = Best rated
help-contact = Write to Samal
