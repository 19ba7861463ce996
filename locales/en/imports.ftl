# The file as a whole
import-file-empty = The file is empty.
import-file-unknown = This is no price list: we need a CSV, XLSX or YML file.
import-file-xls = This is the old Excel format. Save the file as XLSX.
import-file-protected = The file has a password. Save it without one.
import-file-broken = The file is damaged or was not uploaded to the end.
import-file-bomb = The file unpacks to far too much.
import-file-large = The file is too large.
import-file-entities = The file uses XML entities; we don't take such files.
import-file-deep = The file has too many elements within elements.
import-file-header = We found no row with the names of the columns.
import-file-unreadable = The file could not be read. Please try again.
# A row
import-row-broken = The row could not be read.
import-row-large = The offer has more than { $max } elements.
import-row-wide = More columns than needed: { $now } instead of { $max }.
import-cell-long = The text is too long: more than { $max } bytes.
import-condition = We don't understand the condition “{ $text }”. Write “new” or “used”.
import-currency = The price is in { $text }. We only take tenge.
import-gtin = The barcode “{ $text }” is wrong.
import-old-price-low = The old price must be higher than the new one.
import-value-shape = We don't understand the characteristic “{ $text }”. Write “name: value”.
import-value-long = The characteristic “{ $name }” is longer than { $max } characters.
import-values-many = More than { $max } characteristics: { $now }.
import-pictures-many = More than { $max } photos: { $now }.
# Photos
import-photo-missing = The archive has no photo “{ $name }”.
import-photo-several = The archive has several photos named “{ $name }”.
import-photo-large = The photo “{ $name }” is too large.
import-photo-broken = The photo “{ $name }” could not be read.

# The wizard
import-title = Import and export
import-lead = Upload a price list: first we show what we understood and change nothing until you press “Run”.
import-file = File with goods
import-file-hint = CSV, XLSX or YML/XML (Yandex Market, Kaspi), up to 64 MB and 200,000 rows. The first row of a table names the columns.
import-photos = Archive of photos
import-photos-hint = ZIP up to 256 MB. The names of the files stand in the column “Photos”. We do not fetch photos from links.
import-upload = Upload
import-file-missing = Choose a file with goods
import-too-many = A shop may upload 40 files a day. Go on tomorrow
import-rules = How it works
import-rule-known = A row with a known SKU changes the price and stock of that listing. Without an SKU we know goods by barcode or by the exact title. The same file a second time changes nothing.
import-rule-new = Other rows become new listings. Where the barcode is in the common catalogue, words and photos come from there.
import-rule-draft = Where something is missing (photos, a description) we keep a draft that you can complete. Send the same file with an archive of photos, and drafts are published.
import-rule-wrong = A wrong row does not stop the others. Rows with errors can be downloaded as a file.
import-rule-undo = An import can be undone within 24 hours.
import-last = Last imports
import-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
import-other = Upload another file

# States
import-state-uploaded = Waits for columns
import-state-matched = Being checked
import-state-checked = Checked
import-state-running = Running
import-state-done = Done
import-state-undoing = Being undone
import-state-undone = Undone
import-state-failed = Refused

# Columns
import-columns = What the columns are
import-columns-lead = see whether we understood
import-columns-change = Change columns
import-column-unnamed = Column { $n } without a name
import-column-is = Column “{ $name }”
import-column-skip = Do not use
import-column-value = A characteristic of this name
import-column-twice = Another column is this already. Choose one
import-columns-name = A column is needed to know goods by: SKU, title or barcode
import-columns-price = A column with prices or stock is needed
import-columns-category = Choose a category, or the column that names it
import-category = Category for rows without one, or with one that we do not know
import-category-hint = If the whole file is about one kind of goods, choose it here.
import-category-choose = None chosen
import-check = Check the file

# Check and outcome
import-progress = { $n } of { $total }
import-progress-label = Rows that are done
import-progress-hint = The page renews itself. You may close it: the work goes on.
import-refused = The file was refused, and nothing was changed.
import-checked-lead = Nothing has changed yet. This is what will come of it:
import-undone-lead = The import is undone: new listings are gone, former prices, stock and drafts are back.
import-fig-published = New, on sale
import-fig-review = New, for review
import-fig-drafts = New, drafts
import-fig-changed = Changed
import-fig-same = As they were
import-fig-wrong = Rows with errors
import-gaps = Why drafts
import-gap-photos = No photo
import-gap-description = No description
import-gap-values = Required characteristics are missing
import-gap-stock = Nothing in stock
import-gap-delivery = The shop does not say how it delivers
import-unknown = Categories that we do not know
import-unknown-lead = Begin to type and choose one of ours. We remember it for the next time.
import-check-again = Save and check again
import-wrong = What is wrong
import-wrong-lead = The first rows with errors and remarks. All of them are in the file: mend it and upload it.
import-wrong-table = Rows with errors
import-line = Row
import-errors-column = What to mend
import-errors-file = Download the file of errors
import-run = Run
import-nothing = There is nothing to change: everything is as the file says, or its rows are wrong.
import-busy = Another import of the shop is under way. Wait for it
import-stop = Stop
import-stopped = The import is stopped. What it did can be undone
import-to-drafts = Complete the drafts

# Undoing
import-undo = Undo the import
import-undo-title = Undo the import?
import-undo-until = It can be undone until
import-undo-late = This import can no longer be undone
import-undo-made = New listings go: { $n }
import-undo-changed = Former prices, stock and drafts come back unless they have changed since: { $n }
import-undo-ordered = What somebody has ordered stays.
import-keep = Leave it

# Fields
import-field-sku = SKU
import-field-title = Title
import-field-description = Description
import-field-price = Price
import-field-old-price = Old price
import-field-stock = Stock
import-field-condition = Condition
import-field-category = Category
import-field-brand = Brand
import-field-gtin = Barcode
import-field-tags = Tags
import-field-values = Characteristics
import-field-pictures = Photos
import-column-state = Where it is

# Rows and the shop
import-sku-repeated = The SKU “{ $text }” stands in row { $line } already
import-title-repeated = The same title stands in row { $line } already. Add SKUs to tell the goods apart
import-card-repeated = Goods with this barcode stood in the file before
import-card-taken = You sell goods with this barcode already, with the SKU “{ $text }”
import-new-needs = You do not have such goods yet; new ones need this field
import-category-unknown = We have no “{ $text }”
import-category-none = It is not said
import-value-unknown = { $name }: we do not understand “{ $text }”
import-listing-archived = The listing is in the archive. Take it out first, then send the row
import-listing-removed = The listing was taken off by staff

# Lists that go out
export-title = Export
export-lead = All listings but the archive, and all orders. The file of listings can be changed and imported again.
export-xlsx = Download XLSX
export-csv = Download CSV
export-listings-xlsx = Listings XLSX
export-listings-csv = Listings CSV
export-orders-xlsx = Orders XLSX
export-orders-csv = Orders CSV
feed-title = Price list for partners
feed-lead = YML of what is on sale now. The link is open to everybody; the file is ten minutes old at most.
