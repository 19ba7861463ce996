# The table of goods
listing-states = State
listing-state-all = All
listing-find = Find by title
listing-show = Show
listing-none-here = Nothing here. Look at other states or change the words.
listing-table = Goods
listing-shown = { $n ->
    [one] { $n } item shown
   *[other] { $n } items shown
}
listing-mark-all = Mark all
listing-mark = Mark
listing-col-item = Item
listing-col-state = State
listing-col-views = Views
listing-untitled = Untitled
listing-sold-out = Sold out
listing-rejected-short = Not published.
listing-fix = Fix and send again
listing-complete = Complete and publish
listing-reserved = { $n ->
    [one] { $n } ordered
   *[other] { $n } ordered
}
listing-save-table = Save changes
listing-table-saved = Prices and stock saved
listing-rest-saved = Everything else is saved; photos need not be uploaded again.
listing-marked = With the marked
listing-paused-many = Paused: { $count }
listing-activated-many = Back: { $count }
listing-archived-many = Archived: { $count }

# Steps
listing-do-pause = Pause
listing-do-activate = Put back on sale
listing-do-archive = Archive
listing-do-restore = Back to drafts
listing-do-copy = Copy
listing-do-delete = Delete the draft
listing-paused = Paused
listing-activated = It is back
listing-archived = Archived
listing-copied = Copied. It is a draft; change what you need
listing-deleted = The draft is deleted
listing-step-late = Its state has changed already; nothing was done
listing-closed = This listing cannot be changed now
listing-delete-title = Delete the draft?
listing-delete-what = Its text and photos will be gone for good.
listing-keep = Keep it

# Preview
listing-edit = Edit
listing-open = On the site
listing-waits = Waiting for a moderator. We will write when it is done.
listing-removed-note = Staff have taken this listing off. Buyers do not see it.
listing-incomplete = Something is missing, so it cannot be published yet. Open the draft to see what.
listing-moderator = Moderator
listing-left = { $n ->
    [one] { $n } pc
   *[other] { $n } pcs
}
value-yes = yes
value-no = no

# The form
listing-new = New item
listing-watched = Price, stock and delivery change at once. New words, photos and category are seen by a moderator first; until then the listing is hidden.
listing-photos = Photos
listing-photos-count = { $n } of { $most }
listing-photos-hint = The first photo is shown in the catalogue. Daylight, the whole item. JPEG, PNG, WebP up to 15 MB, up to 10 photos, several at once.
listing-photos-missing = Add at least one photo
listing-photos-add = Add photos
listing-photos-soon = Photos are being prepared: we check them and make the sizes for the catalogue.
listing-photo = Photo { $n }
listing-photo-main = Main
listing-photo-soon = In progress
listing-photo-left = Photo { $n }: move left
listing-photo-right = Photo { $n }: move right
listing-photo-first = Photo { $n }: make main
listing-photo-delete = Photo { $n }: delete
listing-photo-drop = Remove
listing-megabytes = { $n } MB
listing-drop = Drop photos here or choose them
listing-upload = Upload selected
listing-refresh = Refresh
listing-category = Category
listing-category-none = Not chosen yet
listing-category-choose = Choose a category
listing-category-change = Change
listing-category-missing = Choose a category
listing-category-lacks = Buyers see this listing, and in “{ $category }” it lacks required characteristics: { $names }. Put it into the archive, take it back as a draft and fill them in
listing-category-title = Where will buyers look for it
listing-category-find = What do you sell
listing-category-found = { $n ->
    [one] { $n } category found
   *[other] { $n } categories found
}
listing-category-nothing = Nothing found. Try one word, or choose from the list.
listing-category-groups = All categories
listing-category-now = Chosen
listing-choose = Choose
listing-back = Back to the listing
listing-condition = Condition
listing-condition-new = In its packaging
listing-condition-used = Describe the traces of use
listing-condition-missing = Choose the condition
listing-words = Title and description
listing-title = Title
listing-title-hint = Type, brand, model, what sets it apart. No “sale” or “hit”.
listing-title-short = Write a title of { $min } characters or more, now { $now }
listing-description = Description
listing-description-hint = Up to 4,000 characters. **bold**, *italic*, lines beginning with “- ” become a list, an empty line starts a paragraph.
listing-description-missing = Write a description
listing-lang = Language of the text
listing-lang-missing = Choose the language of the text
listing-values = Characteristics
listing-values-hint = Buyers find and compare the item by them.
listing-value-missing = Fill in: { $name }
listing-value-number = Enter a number, like 6.7: { $name }
listing-brand = Brand
listing-tags = Tags
listing-tags-hint = Up to 8, with commas: “for video, flagship”
listing-tags-many = Keep up to { $max } tags, now { $now }
listing-tag-length = A tag has 2 to 30 characters: { $tag }
listing-tag-letters = A tag needs letters or digits: { $tag }
listing-offer = Price and stock
listing-price = Price
listing-price-missing = Enter the price as a number, like 289,990
listing-price-whole = Enter the price in whole tenge
listing-price-range = Enter a price above zero and up to { $max }
listing-price-moved = The price changed while this page was open: it is { $price } now. Check yours and save again
listing-price-none = No price yet
listing-stock = In stock, pcs
listing-stock-wrong = Enter a number from 0 to { $max }
listing-stock-missing = Say how many are in stock
listing-stock-reserved = At least { $n }: so many are ordered already
listing-stock-moved = The stock changed while this page was open: it is { $n } now. Check yours and save again
listing-ways = Delivery
listing-city = Sold from
listing-ways-offered = Ways of delivery
listing-ways-hint = Prices and days come from the shop's terms.
listing-ways-terms = Change the terms
listing-way-missing = Tick at least one way of delivery
listing-no-ways = Set up the shop's delivery first
listing-no-ways-lead = The shop does not say yet how it delivers.
listing-no-ways-go = Set up delivery
listing-publish = Publish
listing-save-draft = Save draft
listing-preview = Preview
listing-saved-at = Saved at
listing-draft-saved = Draft saved
listing-saved = Saved
listing-saved-review = Saved. A moderator will look at the changes, then buyers will see it again
listing-published = Published. It is on sale
listing-submitted = Sent to a moderator. We will write when it is checked
listing-readiness = Readiness
listing-ready = { $n }% ready
listing-card = In the catalogue

# Shared cards and bar codes
listing-new-title = What are you selling?
listing-new-known = There may be a card already
listing-new-known-why = For new goods: find the card by bar code or name, and only price, stock and delivery are left to fill in.
listing-new-find = Bar code or name
listing-new-nothing = There is no such card. Make your own.
listing-new-offers = { $n ->
    [one] { $n } seller
   *[other] { $n } sellers
}, from { $price }
listing-new-unsold = nobody sells it now
listing-new-borrowed = another shop’s card, shared after a check
listing-new-own = Your offer
listing-new-own-card = A card of your own
listing-new-own-card-why = For used and one-off things, and for new goods that Samal does not have yet.
listing-new-own-card-go = Make a card
listing-pick = I sell this too
listing-pick-already = You sell this already: here is your offer
listing-pick-private = That card belongs to one shop. Make your own.
listing-gtin = Bar code (GTIN)
listing-gtin-hint = The 8, 12, 13 or 14 digits under the bars. Other sellers find the thing by it, and the offers gather on one card.
listing-gtin-short = bar code { $gtin }
listing-gtin-shape = Type 8, 12, 13 or 14 digits, as under the bars
listing-gtin-control = There is a slip in the bar code: the last digit does not fit
listing-gtin-internal = That is a shop’s own number, not the maker’s. Leave the field empty.
listing-gtin-taken = There is a card with this bar code: sell on that one
listing-twin = This thing has a shared card already:
listing-twin-advice = Sell on that one: buyers will see your offer beside the others.
listing-shared-card = The product card
listing-shared-why = The card is shared: its words and characteristics change by proposals that a moderator confirms.
listing-borrowed-why = Another shop made the card. A moderator looks at it together with your offer, and it becomes shared.
listing-card-open = Open the card
listing-card-propose = Propose a correction

# Proposals about cards
card-change-open = waits for a decision
card-change-accepted = accepted
card-change-rejected = refused
card-change-last = Your proposal of
card-change-waits = A moderator has not decided about your last proposal yet. You can send another one after the answer.
card-change-how = Change only what is wrong: the rest stays as it is.
card-change-why = Why this is right
card-change-reason = Reason
card-change-reason-hint = For example: it says so on the box, on the maker’s site.
card-change-why-missing = Say how this is known
card-change-nothing = You have changed nothing
card-change-send = Send to a moderator
card-change-sent = The proposal is sent. A letter will tell you the decision

# Variants
variants-title = Variants
variants-hint = Link cards that differ in colour, storage or size: buyers switch between them on the product page.
variants-other = Another card of yours in the same category
variants-number = Number of the other card
variants-link = Link
variants-unlink = Take this card out
variants-linked = The cards are linked
variants-unlinked = The card is taken out
variants-unlike = Only different cards of one category can be linked
variants-full = There are too many variants already
variants-others = Cards that are not your shop's own are among the variants: only moderators link those
variants-none = There is no such card
