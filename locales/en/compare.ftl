compare-title = Comparison
compare-button = Compare
compare-in = In comparison
compare-added = { $count ->
    [1] Added to the comparison. Choose what to compare it with.
   *[other] Added to the comparison, there are { $count } now.
}
compare-removed = Removed from the comparison.
compare-cleared = The comparison is empty now.
compare-open = Open the comparison
compare-full = There are 4 products in the comparison already. Remove one to add another.
compare-other = This product has other characteristics and cannot stand beside these. Remove the earlier products from the comparison first.
compare-empty = Nothing to compare yet
compare-empty-text = Press the scales on a product to put it here beside others. Up to four products of similar categories.
compare-clear = Remove all
compare-gone = { $n ->
    [one] { $n } product is not on sale now
   *[other] { $n } products are not on sale now
}
compare-gone-drop = Remove
compare-rows = Which rows to show
compare-all = All characteristics
compare-differences = Only differences
compare-more = Add at least one more similar product to compare with.
compare-table = Comparison table
compare-remove = Remove
recent-title = You looked at
recent-settings = Settings
recent-why = We remember the last products you opened, so that you can easily return to them. Only you see them.
recent-why-off = We do not remember which products you open now.
recent-clear = Clear
recent-switch-off = Do not remember
recent-switch-on = Remember again
recent-cleared = The list of what you looked at is empty now.
recent-off = We do not remember what you look at any more.
recent-on = We remember what you look at again.
