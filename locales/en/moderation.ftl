# The service desk
moderation-title = Moderation
moderation-overview = Overview
moderation-queue = Queue
moderation-reports = Complaints
moderation-acts = Act log
moderation-acts-all = The whole log
moderation-next = Take the next one
moderation-oldest = the oldest has waited
moderation-empty-line = all reviewed
moderation-no-reports-line = no open complaints
moderation-mine = Your decisions
moderation-mine-when = in the last 24 hours
moderation-age-minutes = { $n } min
moderation-age-hours = { $n } h
moderation-age-days = { $n ->
    [one] { $n } day
    *[other] { $n } days
}

# The queue
moderation-queue-empty = The queue is empty
moderation-queue-empty-text = Every listing has been reviewed. New ones appear here at once.
moderation-queue-how = { $n ->
    [one] { $n } listing is waiting
    *[other] { $n } listings are waiting
}. A listing you take is yours for 10 minutes.
moderation-queue-list = Listings in the queue
moderation-waits = waiting for
moderation-held = With a moderator: { $name }
moderation-take = Take
moderation-nothing-free = Nothing free is waiting in the queue

# A case
moderation-number = No. { $id }
moderation-photo = Photo { $n }
moderation-no-photos = No photos
moderation-text = Text
moderation-no-text = No description
moderation-marks = Marked:
moderation-marks-none = Nothing suspicious was marked
moderation-mark-phone = phone number
moderation-mark-link = link or address
moderation-mark-messenger = messenger
moderation-mark-payment = payment outside the site
moderation-mark-fake = forgery
moderation-marked = places marked:
moderation-price = Price
moderation-category = Category
moderation-condition = Condition, city
moderation-brand = Brand
moderation-tags = Tags
moderation-yes = yes
moderation-no = no
moderation-similar = Similar listings
moderation-similar-twin = Nearly the same title
moderation-similar-own = Same shop
moderation-seller = Seller: { $name }
moderation-seller-card = Seller's card
moderation-decision = Decision
moderation-decided-already = This listing is not waiting for review.
moderation-until = until { $time }
moderation-yours = Yours until { $time }
moderation-then = Then it goes back to the queue.
moderation-free = Nobody has this listing. Take it for { $n } minutes so that no one else reviews it.
moderation-keys = Keys: Alt + A, R, S
moderation-why = Reason for refusal
moderation-mend = What to mend
moderation-mend-hint = The seller will see it
moderation-approve = Approve and next
moderation-reject = Reject and next
moderation-skip = Skip
moderation-no-decision = Choose a decision with a button
moderation-no-reason = Choose a reason
moderation-no-note = Write what is wrong
moderation-done-approved = Approved, the listing is on sale
moderation-done-rejected = Rejected, the seller gets the reason by mail
moderation-said-already = Already decided: nothing was changed
moderation-said-changed = The seller changed the listing. Look at it again
moderation-said-taken = Another moderator has this listing now
moderation-said-own = A listing of your own shop is for another moderator
moderation-said-stopped = The shop is suspended: its listings are not reviewed
moderation-said-unpriced = The listing has no price. Reject it for its price

# Reasons
moderation-reason-contacts = Contacts in the listing
moderation-reason-payment = Payment outside the site
moderation-reason-photos = Photos are not theirs or not of the item
moderation-reason-title = Unclear title
moderation-reason-description = Description does not fit
moderation-reason-category = Wrong category
moderation-reason-price = The price cannot be true
moderation-reason-duplicate = Duplicate listing
moderation-reason-prohibited = Prohibited item or forgery
moderation-reason-other = Other, I will say below
moderation-advice-contacts = The listing has a phone number, a link or a messenger. Remove them and send it again.
moderation-advice-payment = The listing asks for payment outside Samal. Remove those words and send it again.
moderation-advice-photos = The photos are not yours or do not show the item. Replace them with your own and send it again.
moderation-advice-title = The title does not say what is sold. Name the item and send it again.
moderation-advice-description = The description does not fit the item or says too little. Add to it and send it again.
moderation-advice-category = The item is in the wrong category. Choose another one and send it again.
moderation-advice-price = The price does not look real. Enter the full price and send it again.
moderation-advice-duplicate = You already have this listing. Keep one of them.
moderation-advice-prohibited = This item may not be sold on Samal.
moderation-advice-other = Read what the moderator wrote.
moderation-verdict-approved = Approved
moderation-verdict-rejected = Rejected
moderation-verdict-removed = Taken off
moderation-verdict-restored = Put back into the queue

# Taking off and putting back
moderation-hide = Take off sale
moderation-hide-title = Take this listing off sale?
moderation-hide-what = The listing leaves the catalogue and the seller gets a letter with the reason. The shop's listings will wait for review again. The listing can come back through the queue.
moderation-why-hide = Why it is taken off
moderation-tell-seller = What to tell the seller
moderation-restore = Put back into the queue
moderation-back = Leave as it is
moderation-done-hidden = Taken off sale, the seller gets the reason by mail
moderation-done-restored = Put back into the review queue

# Shops
moderation-shop-age = On Samal
moderation-shop-person = private person
moderation-shop-company = company
moderation-shop-trusted = publishes at once
moderation-shop-suspended = suspended
moderation-shop-closed = closed
moderation-shop-listings = Decisions
moderation-shop-record = approved { $approved }, rejected { $rejected }, taken off { $removed }
moderation-shop-sales = Sales
moderation-shop-reports = Complaints
moderation-shop-reports-line = { $n }, of them upheld: { $upheld }
moderation-shop-page = On the site
moderation-shop-acts = Everything done about this shop
moderation-decisions-title = Past decisions
moderation-suspend = Suspend the shop
moderation-suspend-title = Suspend this shop?
moderation-suspend-what = { $n ->
    [one] { $n } listing leaves
    *[other] { $n } listings leave
} the catalogue. The shop still finishes the orders it has accepted.
moderation-suspend-why = Reason
moderation-suspend-why-hint = The owner gets it by mail
moderation-reopen = Reopen the shop
moderation-reopen-title = Reopen this shop?
moderation-reopen-what = The shop's listings return to the catalogue and the owner gets a letter. New listings will be reviewed again.
moderation-reopen-why = Note for the log
moderation-done-suspended = The shop is suspended
moderation-done-reopened = The shop is open again

# Complaints
moderation-reports-empty = No complaints
moderation-reports-empty-text = Every complaint has been settled.
moderation-reports-list = Open complaints
moderation-complaint = Complaint no. { $id }
moderation-complaint-silent = Without words
moderation-complaint-about = About
moderation-complaint-by = From
moderation-complaint-before = Earlier complaints
moderation-complaint-record = upheld { $right }, dismissed { $empty }
moderation-complaint-how = The decision does not take the listing off by itself: there is a button for that.
moderation-complaint-note = Note for the log
moderation-see-listing = Open the listing
moderation-see-shop = Open the shop's card
moderation-uphold = Complaint is right
moderation-dismiss = Complaint is not confirmed
moderation-upheld = The complaint was right.
moderation-dismissed = The complaint was not confirmed.
moderation-done-upheld = Complaint closed: upheld
moderation-done-dismissed = Complaint closed: dismissed

# To complain
moderation-report-title = Report a problem
moderation-report-why = What is wrong
moderation-report-fraud = Looks like fraud
moderation-report-fake = Forgery
moderation-report-prohibited = May not be sold
moderation-report-wrong = Description or photos do not match
moderation-report-contacts = Leads off the site: phone, link, prepayment
moderation-report-rude = Rude or insulting
moderation-report-other = Something else
moderation-report-text = Tell us more
moderation-report-text-hint = Up to 1,000 characters. The seller will not know who complained.
moderation-report-send = Send the complaint
moderation-report-no-reason = Choose what is wrong
moderation-report-no-text = Write what happened
moderation-report-sent = Thank you, we have your complaint. A moderator will look at it.
moderation-report-again = A moderator already has your complaint, there is no need to send it again.

# The log
moderation-acts-table = Acts
moderation-acts-list = The log as filtered
moderation-acts-none = No such acts
moderation-decisions = Table of past decisions
moderation-sift = Filter the log
moderation-when = When
moderation-what = What
moderation-subject = About
moderation-who = Who
moderation-note = Note
moderation-listing = Listing
moderation-verdict = Decision
moderation-command-line = command line
moderation-anyone = Anyone
moderation-kind-listing = Listing
moderation-kind-shop = Shop
moderation-kind-user = Person
moderation-kind-report = Complaint
moderation-kind-number = Number
moderation-show = Show
moderation-show-all = Show all
moderation-subject-listing = Listing no. { $id }
moderation-subject-shop = Shop no. { $id }
moderation-subject-user = Person no. { $id }
moderation-subject-report = Complaint no. { $id }
moderation-act-approve = Approval
moderation-act-reject = Rejection
moderation-act-hide = Taking off sale
moderation-act-restore = Putting back
moderation-act-suspend = Suspending a shop
moderation-act-reopen = Reopening a shop
moderation-act-uphold = Complaint upheld
moderation-act-dismiss = Complaint dismissed
moderation-act-grant = Role granted
moderation-act-revoke = Role revoked
moderation-act-other = Other

# Letters to the seller
moderation-mail-approved = On sale: { $title }
moderation-mail-approved-line = Your listing “{ $title }” has been reviewed and published. Buyers can see it now.
moderation-mail-see = Open the listing
moderation-mail-rejected = To be mended: { $title }
moderation-mail-rejected-line = Your listing “{ $title }” has not been published yet.
moderation-mail-mend = Mend the listing
moderation-mail-removed = Taken off sale: { $title }
moderation-mail-removed-line = We have taken your listing “{ $title }” off sale.
moderation-mail-rules = Rules of the site
moderation-mail-suspended = Shop suspended: { $shop }
moderation-mail-suspended-line = We have suspended the shop “{ $shop }”. Buyers do not see its listings. The reason:
moderation-mail-suspended-orders = Please finish the orders you have accepted: your seller pages stay open for that.
moderation-mail-reopened = Shop open again: { $shop }
moderation-mail-reopened-line = The shop “{ $shop }” is open again and buyers see its listings.
moderation-mail-listings = My listings
