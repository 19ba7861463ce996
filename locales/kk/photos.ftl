# Файлдың кемшілігі
photo-too-large = { $name } фотосы 15 МБ-тан үлкен — кішірек файл таңдаңыз
photo-empty = { $name } файлы бос — басқасын таңдаңыз
photo-wrong-type = { $name } файлы фотоға ұқсамайды — JPEG, PNG және WebP жарайды
photo-too-many-pixels = { $name } фотосында 50 мегапиксельден көп — кішірейтіңіз
photo-broken = { $name } фотосы оқылмайды — ашып, қайта сақтаңыз
photo-too-many = { $name } фотосы артық: тауарда 10 фотоға дейін болады
