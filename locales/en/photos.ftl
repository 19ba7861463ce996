# What is wrong with a file
photo-too-large = Photo { $name } is over 15 MB. Choose a smaller file
photo-empty = File { $name } is empty. Choose another
photo-wrong-type = File { $name } is not a photo. JPEG, PNG and WebP will do
photo-too-many-pixels = Photo { $name } has over 50 megapixels. Make it smaller
photo-broken = Photo { $name } cannot be read. Open it and save it again
photo-too-many = Photo { $name } is one too many: an item may have up to 10
