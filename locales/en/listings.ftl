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
listing-price-none = No price yet
listing-stock = In stock, pcs
listing-stock-wrong = Enter a number from 0 to { $max }
listing-stock-missing = Say how many are in stock
listing-stock-reserved = At least { $n }: so many are ordered already
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
