favorite-default = Saved
favorite-heart = Save
favorite-in = Saved
favorite-added = Saved.
favorite-removed = No longer saved.
favorite-open = Open saved
favorite-full = You have saved 500 products already. Remove some.
favorite-count = { $n ->
    [one] { $n } product
   *[other] { $n } products
}
favorite-lists = Lists of saved products
favorite-new = New list
favorite-edit = List settings
favorite-back = Back to the list
favorite-empty = Nothing saved yet
favorite-empty-text = Press the heart on a product to keep it here. We will write when it gets cheaper or comes back.
favorite-list-empty = This list is empty so far
favorite-list-empty-text = You can move products here from your other lists.
favorite-gone = This product is not shown any more
favorite-away = Not on sale now
favorite-cheaper = { $sum } cheaper
favorite-mark = Select
favorite-move-label = Selected to the list
favorite-move = Move
favorite-drop = Remove selected
favorite-none-marked = Select products first.
favorite-moved = { $count ->
    [one] Moved { $count } product.
   *[other] Moved { $count } products.
}
favorite-open-list = Open the list
favorite-dropped = { $count ->
    [one] Removed { $count } product.
   *[other] Removed { $count } products.
}
favorite-name = Name of the list
favorite-name-hint = For example, “Gifts” or “For the kitchen”
favorite-name-empty = Write the name of the list
favorite-notify = Write to me when something gets cheaper or comes back, at most once a day
favorite-make = Make the list
favorite-made = The list is ready.
favorite-saved = Changes saved.
favorite-lists-full = You can have up to { $most } lists. Delete one you do not need
favorite-prefer = Save here
favorite-prefer-why = Newly saved products will go to this list.
favorite-preferred = Newly saved products will go to this list.
favorite-is-default = Saved products go to this list. To delete it, choose another one for them first.
favorite-sharing = Share the list
favorite-sharing-off = With a secret link anyone you send it to can see the list. It shows the name of the list and the products, not your name or e-mail.
favorite-sharing-on = Anyone who has the link sees the list. Your name and e-mail are not there.
favorite-link = Link
favorite-share = Make a link
favorite-shared = The link is ready: copy it.
favorite-renew = Change the link
favorite-renew-why = Once changed, the old link stops working.
favorite-unshare = Stop sharing
favorite-unshared = The link does not work any more.
favorite-shared-about = Somebody shared this list with you by a link.
favorite-delete = Delete the list
favorite-delete-goods = What to do with the products
favorite-delete-keep = Move them to where saved products go
favorite-delete-drop = Remove them from saved
favorite-delete-choose = Choose what to do with the products
favorite-delete-link = The secret link to the list will stop working.
favorite-delete-go = Delete
favorite-deleted = The list is deleted.
favorite-mail = { $n ->
    [one] Good news about { $n } product in “{ $list }”
   *[other] Good news about { $n } products in “{ $list }”
}
favorite-mail-line = What changed in “{ $list }”:
favorite-mail-cheaper = { $price } (was { $was })
favorite-mail-back = on sale again, { $price }
favorite-mail-open = Open the list
favorite-mail-why = Prices and stock may have changed while this letter travelled. We write about this list at most once a day.
favorite-mute = Stop letters about this list
favorite-mute-text = We will stop writing about prices and stock of this list. The list itself stays.
favorite-mute-go = Stop writing
favorite-muted = We will not write any more
favorite-muted-text = Letters about this list are off. You can switch them on again in the settings of the list.
