recommend-title = Why do I see this
recommend-why = Why do I see this
recommend-lead = In plain words: how recommendations come about, what yours are made from, and how to switch them off. Nobody pays for a place in them.
recommend-for-you = For you
recommend-because = Because you viewed “{ $title }”
recommend-because-short = Because you viewed
recommend-together = Bought together
recommend-basket = Bought together with what is in your cart
recommend-popular = Often bought
recommend-popular-in = Often bought: { $town }
recommend-blocks = What comes from where
recommend-for-you-how = We take what you bought, put into favourites and opened, and look for goods that people with similar purchases chose. What is recent counts more, a purchase more than a look. While we know little of you, we add what is often bought in your town.
recommend-because-how = The same, but from the one product that you opened last.
recommend-similar-how = Goods of the same category that the same people chose. Nobody had a new product yet, so we take what is near in price, brand and title.
recommend-together-how = What lay in one order with this product at least three times.
recommend-popular-how = What is bought now in the chosen town and in the whole country. This list does not depend on you.
recommend-trained = How goods belong together is worked out anew every hour if anything changed. The last time: { $when }.
recommend-yours = What yours are made from
recommend-made-from = From your purchases, favourites and looks. Cancelled orders do not count. Only you see this list.
recommend-guest-made-from = Only from the last products that you opened. Your browser keeps their list, we have none.
recommend-from = Only what was after { $when } counts.
recommend-nothing = Nothing yet: you bought nothing, liked nothing and opened nothing.
recommend-bought = { $n ->
    [one] { $n } product bought
   *[other] { $n } products bought
}
recommend-liked = { $n ->
    [one] { $n } product in favourites
   *[other] { $n } products in favourites
}
recommend-viewed = { $n ->
    [one] { $n } product opened
   *[other] { $n } products opened
}
recommend-unnamed = And { $n } more that are not on sale now.
recommend-afresh = Forget everything up to now
recommend-off = Switch off
recommend-on = Switch on
recommend-is-off = Recommendations are switched off: you are shown none of the blocks above. Your purchases, favourites and looks have no part in the calculation, neither for you nor for others.
recommend-guest-is-off = Recommendations are switched off: you are shown none of the blocks above. We do not remember what you open.
recommend-what-happens = Switch them off, and all these blocks are gone from the pages at once; your data leaves the common calculation with the next one, within an hour. Switched on later, they begin from nothing. Purchases and favourites stay where they are.
recommend-guest-what-happens = Switch it off, and all these blocks are gone from the pages; the browser forgets the list of what you viewed and keeps no new one. Without an account the list and the recommendations have one switch.
recommend-afresh-done = Forgotten: only what comes now counts.
recommend-off-done = Recommendations are switched off.
recommend-on-done = Recommendations are switched on and begin from nothing.
recommend-settings = Recommendations
recommend-settings-go = How they work and how to switch them off
recommend-recent = Set up the list of what you looked at
