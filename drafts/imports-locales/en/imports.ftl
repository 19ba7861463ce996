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
