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

# Мастер
import-title = Импорт и экспорт
import-lead = Загрузите прайс-лист: сначала покажем, что в нём поняли, и ничего не изменим, пока вы не нажмёте «Запустить».
import-file = Файл с товарами
import-file-hint = CSV, XLSX или YML/XML (Яндекс Маркет, Kaspi), до 64 МБ и 200 000 строк. Первая строка таблицы – названия столбцов.
import-photos = Архив с фото
import-photos-hint = ZIP до 256 МБ. Имена файлов должны стоять в столбце «Фото». Фото по ссылкам мы не скачиваем.
import-upload = Загрузить
import-file-missing = Выберите файл с товарами
import-too-many = За сутки можно загрузить до 40 файлов. Продолжите завтра
import-rules = Как это работает
import-rule-known = Строка с известным артикулом меняет цену и остаток этого товара. Без артикула узнаём товар по штрихкоду или по точному названию. Тот же файл второй раз ничего не изменит.
import-rule-new = Остальные строки становятся новыми товарами. Если штрихкод есть в общем каталоге, берём описание и фото оттуда.
import-rule-draft = Чего-то не хватает (фото, описания) – сохраним черновик, его можно дополнить. Пришлите тот же файл с архивом фото – черновики опубликуются.
import-rule-wrong = Ошибка в строке не мешает остальным. Строки с ошибками скачиваются отдельным файлом.
import-rule-undo = Импорт можно отменить за 24 часа.
import-last = Последние импорты
import-rows = { $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[many] { $n } строк
}
import-other = Загрузить другой файл

# Состояния
import-state-uploaded = Ждёт столбцов
import-state-matched = Проверяем
import-state-checked = Проверен
import-state-running = Выполняется
import-state-done = Готово
import-state-undoing = Отменяем
import-state-undone = Отменён
import-state-failed = Не принят

# Столбцы
import-columns = Что в столбцах
import-columns-lead = проверьте, что мы поняли верно
import-columns-change = Изменить столбцы
import-column-unnamed = Столбец { $n } без названия
import-column-is = Столбец «{ $name }»
import-column-skip = Не использовать
import-column-value = Характеристика с этим названием
import-column-twice = Это уже другой столбец. Выберите что-то одно
import-columns-name = Нужен столбец, по которому узнать товар: артикул, название или штрихкод
import-columns-price = Нужен столбец с ценой или остатком
import-columns-category = Выберите категорию или столбец, где она указана
import-category = Категория для строк, где её нет или мы её не узнали
import-category-hint = Если весь файл об одном, выберите категорию здесь.
import-category-choose = Не выбрана
import-check = Проверить файл

# Проверка и итог
import-progress = { $n } из { $total }
import-progress-label = Сколько строк сделано
import-progress-hint = Страница обновляется сама, её можно закрыть: работа продолжится.
import-refused = Файл не принят, ничего не изменилось.
import-checked-lead = Пока ничего не изменилось. Вот что будет, если запустить импорт:
import-undone-lead = Импорт отменён: новые товары убраны, прежние цены, остатки и черновики возвращены.
import-fig-published = Новые, в продажу
import-fig-review = Новые, на проверку
import-fig-drafts = Новые, черновики
import-fig-changed = Изменения
import-fig-same = Без изменений
import-fig-wrong = Строки с ошибками
import-gaps = Почему черновики
import-gap-photos = Нет фото
import-gap-description = Нет описания
import-gap-values = Нет обязательных характеристик
import-gap-stock = Нет в наличии
import-gap-delivery = Магазин не указал доставку
import-unknown = Категории, которые мы не узнали
import-unknown-lead = Начните писать и выберите нашу категорию. Запомним на следующий раз.
import-check-again = Сохранить и проверить снова
import-wrong = Что не так
import-wrong-lead = Первые строки с ошибками и замечаниями. Все есть в файле: исправьте и загрузите его.
import-wrong-table = Строки с ошибками
import-line = Строка
import-errors-column = Что исправить
import-errors-file = Скачать файл ошибок
import-run = Запустить
import-nothing = Менять нечего: всё уже так, как в файле, или в строках ошибки.
import-busy = Другой импорт магазина ещё выполняется. Дождитесь его
import-stop = Остановить
import-stopped = Импорт остановлен. Сделанное можно отменить
import-to-drafts = Дополнить черновики

# Отмена
import-undo = Отменить импорт
import-undo-title = Отменить импорт?
import-undo-until = Отменить можно до
import-undo-late = Этот импорт уже нельзя отменить
import-undo-made = Новые товары уберём: { $n }
import-undo-changed = Прежние цены, остатки и черновики вернём, если их с тех пор не меняли: { $n }
import-undo-ordered = Товары, которые уже заказали, останутся.
import-keep = Оставить как есть

# Поля
import-field-sku = Артикул
import-field-title = Название
import-field-description = Описание
import-field-price = Цена
import-field-old-price = Старая цена
import-field-stock = Остаток
import-field-condition = Состояние
import-field-category = Категория
import-field-brand = Бренд
import-field-gtin = Штрихкод
import-field-tags = Теги
import-field-values = Характеристики
import-field-pictures = Фото
import-column-state = Где сейчас

# Строки против магазина
import-sku-repeated = Артикул «{ $text }» уже был в строке { $line }
import-title-repeated = Такое же название уже было в строке { $line }. Добавьте артикул, чтобы различать товары
import-card-repeated = Товар с этим штрихкодом уже был в файле
import-card-taken = Товар с этим штрихкодом вы уже продаёте под артикулом «{ $text }»
import-new-needs = Такого товара у вас ещё нет, для нового заполните это поле
import-category-unknown = Не нашли у нас «{ $text }»
import-category-none = Не указана
import-value-unknown = { $name }: не поняли «{ $text }»
import-listing-archived = Товар лежит в архиве. Верните его оттуда, потом загрузите строку
import-listing-removed = Товар снят администрацией

# Наружу
export-title = Выгрузка
export-lead = Все товары, кроме архива, и все заказы. Файл с товарами можно исправить и загрузить обратно.
export-xlsx = Скачать XLSX
export-csv = Скачать CSV
export-listings-xlsx = Товары XLSX
export-listings-csv = Товары CSV
export-orders-xlsx = Заказы XLSX
export-orders-csv = Заказы CSV
feed-title = Прайс-лист для партнёров
feed-lead = YML с товарами, которые сейчас в продаже. Ссылка открыта всем, файл обновляется не реже раза в 10 минут.
