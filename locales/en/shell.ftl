# The frame of every page
shell-brand = Samal
shell-wordmark = samal
shell-home-link = Samal, home
shell-skip = Skip to content
shell-delivery = Delivery and payment
shell-returns = Returns
shell-help = Help
shell-sell = Sell on Samal
shell-seller = Seller’s cabinet
shell-staff = Staff cabinet
shell-cabinet = Cabinet
shell-languages = Language
shell-catalogue = Catalogue
shell-all-categories = All categories
shell-find = Search
shell-search-label = Search for products
shell-search-example = Find a product
shell-personal = Personal
shell-orders = Orders
shell-cart = Cart
shell-favorites = Saved
shell-compare = Compare
shell-searches = My searches
shell-profile = Profile
shell-sign-in = Sign in
shell-sections = Parts of the site
shell-home = Home
shell-motto = The marketplace of Kazakhstan. People and shops sell, the whole country buys.
shell-theme = Appearance
shell-theme-auto = Auto
shell-theme-light = Light
shell-theme-dark = Dark
shell-buyers = For buyers
shell-help-buying = How to buy
shell-sellers = For sellers
shell-sell-start = List a product
shell-help-selling = How to sell
shell-help-rules = Rules
shell-help-about = About us
shell-help-privacy = Personal data

# Forms
ui-errors = { $n ->
    [one] { $n } thing left to fix
   *[other] { $n } things left to fix
}
ui-error-title = Error:
ui-optional = optional
ui-save = Save
ui-quantity = quantity
ui-pieces = pcs
ui-less = one less
ui-more = one more
ui-drop = remove

# Cards and lists
ui-add = Add to cart
ui-in-cart = In cart · { $n }
ui-used = Used
ui-free = free
ui-photo-soon = Photo is being prepared
ui-here = You are here
ui-pages = Pages
ui-previous = Back
ui-next = Next
ui-first = To the start
ui-remove = , remove
ui-price-from = from { $price }
ui-offers = { $n ->
    [one] { $n } offer
   *[other] { $n } offers
}
shell-town = Town
shell-town-choose = Choose your town
ui-rated = Rated { $mean } of 5, { $n ->
    [one] { $n } rating
   *[other] { $n } ratings
}
ui-ratings = { $n ->
    [one] { $n } rating
   *[other] { $n } ratings
}
ui-stars = { $n } of 5
