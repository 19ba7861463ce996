# Что не так с файлом
photo-too-large = Фото { $name } больше 15 МБ — выберите файл меньше
photo-empty = Файл { $name } пустой — выберите другой
photo-wrong-type = Файл { $name } не похож на фото — подойдут JPEG, PNG и WebP
photo-too-many-pixels = В фото { $name } больше 50 мегапикселей — уменьшите его
photo-broken = Фото { $name } не читается — откройте его и сохраните заново
photo-too-many = Фото { $name } лишнее: у товара может быть до 10
