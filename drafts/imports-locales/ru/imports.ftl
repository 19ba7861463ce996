# Файл целиком
import-file-empty = Файл пуст.
import-file-unknown = Это не прайс-лист: нужен файл CSV, XLSX или YML.
import-file-xls = Это старый формат Excel. Сохраните файл как XLSX.
import-file-protected = Файл защищён паролем. Сохраните его без пароля.
import-file-broken = Файл повреждён или загружен не до конца.
import-file-bomb = Файл распаковывается в слишком большой объём.
import-file-large = Файл слишком большой.
import-file-entities = В файле есть сущности XML, такие файлы не принимаем.
import-file-deep = В файле слишком много вложенных элементов.
import-file-header = Не нашли строку с названиями столбцов.
import-file-unreadable = Файл не удалось прочитать. Попробуйте ещё раз.
# Строка
import-row-broken = Строку не удалось прочитать.
import-row-large = В товаре больше { $max } элементов.
import-row-wide = Столбцов больше, чем нужно: { $now } при { $max }.
import-cell-long = Слишком длинный текст: больше { $max } байт.
import-condition = Состояние «{ $text }» не поняли. Напишите «новый» или «б/у».
import-currency = Цена в валюте { $text }. Принимаем только тенге.
import-gtin = Штрихкод «{ $text }» неверный.
import-old-price-low = Старая цена должна быть выше новой.
import-value-shape = Характеристику «{ $text }» не поняли. Напишите «название: значение».
import-value-long = Характеристика «{ $name }» длиннее { $max } знаков.
import-values-many = Характеристик больше { $max }: { $now }.
import-pictures-many = Фотографий больше { $max }: { $now }.
# Фото
import-photo-missing = В архиве нет фото «{ $name }».
import-photo-several = В архиве несколько фото с именем «{ $name }».
import-photo-large = Фото «{ $name }» слишком большое.
import-photo-broken = Фото «{ $name }» не удалось прочитать.
