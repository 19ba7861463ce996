# Таблица товаров
listing-states = Состояние
listing-state-all = Все
listing-find = Найти по названию
listing-show = Показать
listing-none-here = Здесь ничего нет. Посмотрите другие состояния или измените слова поиска.
listing-table = Товары
listing-shown = { $n ->
    [one] Показан { $n } товар
    [few] Показано { $n } товара
   *[many] Показано { $n } товаров
}
listing-mark-all = Отметить все
listing-mark = Отметить
listing-col-item = Товар
listing-col-state = Состояние
listing-col-views = Просмотры
listing-untitled = Без названия
listing-sold-out = Нет в наличии
listing-rejected-short = Не опубликовали.
listing-fix = Исправить и отправить
listing-complete = Дополнить и опубликовать
listing-reserved = { $n ->
    [one] Заказано: { $n } шт.
    [few] Заказано: { $n } шт.
   *[many] Заказано: { $n } шт.
}
listing-save-table = Сохранить изменения
listing-table-saved = Цены и остатки сохранены
listing-rest-saved = Всё остальное сохранено, фото загружать заново не нужно.
listing-marked = С отмеченными
listing-paused-many = Сняты с продажи на время: { $count }
listing-activated-many = Возвращены: { $count }
listing-archived-many = Убраны в архив: { $count }

# Шаги
listing-do-pause = Снять с продажи
listing-do-activate = Вернуть в продажу
listing-do-archive = В архив
listing-do-restore = Вернуть в черновики
listing-do-copy = Копировать
listing-do-delete = Удалить черновик
listing-paused = Сняли с продажи на время
listing-activated = Вернули
listing-archived = Убрали в архив
listing-copied = Сделали копию. Это черновик, измените в нём, что нужно
listing-deleted = Черновик удалён
listing-step-late = Состояние уже другое, ничего не изменили
listing-closed = Это объявление сейчас нельзя изменить
listing-delete-title = Удалить черновик?
listing-delete-what = Текст и фото удалятся насовсем.
listing-keep = Оставить

# Просмотр
listing-edit = Изменить
listing-open = На сайте
listing-waits = Ждёт модератора. Когда проверим, пришлём письмо.
listing-removed-note = Объявление снято администрацией. Покупатели его не видят.
listing-incomplete = Пока чего-то не хватает, опубликовать нельзя. Откройте черновик: в нём отмечено, что дополнить.
listing-moderator = Модератор
listing-left = { $n ->
    [one] { $n } шт.
    [few] { $n } шт.
   *[many] { $n } шт.
}
value-yes = да
value-no = нет

# Форма
listing-new = Новый товар
listing-watched = Цена, остаток и доставка меняются сразу. Новые слова, фото и категорию сначала посмотрит модератор, до этого объявление не видно.
listing-photos = Фото
listing-photos-count = { $n } из { $most }
listing-photos-hint = Первое фото увидят в каталоге. Снимайте при дневном свете, товар целиком. JPEG, PNG, WebP до 15 МБ, до 10 фото, можно сразу несколько.
listing-photos-missing = Добавьте хотя бы одно фото
listing-photos-add = Добавить фото
listing-photos-soon = Фото готовятся: проверяем и делаем размеры для каталога.
listing-photo = Фото { $n }
listing-photo-main = Главное
listing-photo-soon = Готовится
listing-photo-left = Фото { $n }: левее
listing-photo-right = Фото { $n }: правее
listing-photo-first = Фото { $n }: сделать главным
listing-photo-delete = Фото { $n }: удалить
listing-photo-drop = Убрать
listing-megabytes = { $n } МБ
listing-drop = Перетащите фото сюда или выберите
listing-upload = Загрузить выбранные
listing-refresh = Обновить
listing-category = Категория
listing-category-none = Ещё не выбрана
listing-category-choose = Выбрать категорию
listing-category-change = Изменить
listing-category-missing = Выберите категорию
listing-category-lacks = Товар видят покупатели, а в категории «{ $category }» у него нет обязательных характеристик: { $names }. Уберите его в архив, верните черновиком и заполните их
listing-category-title = В какой категории искать ваш товар
listing-category-find = Что продаёте
listing-category-found = { $n ->
    [one] Нашлась { $n } категория
    [few] Нашлось { $n } категории
   *[many] Нашлось { $n } категорий
}
listing-category-nothing = Ничего не нашлось. Попробуйте одно слово или выберите из списка.
listing-category-groups = Все категории
listing-category-now = Выбрана
listing-choose = Выбрать
listing-back = К объявлению
listing-condition = Состояние
listing-condition-new = Заводская упаковка
listing-condition-used = Опишите следы использования
listing-condition-missing = Выберите состояние
listing-words = Название и описание
listing-title = Название
listing-title-hint = Тип, бренд, модель, главное отличие. Без «скидка» и «хит».
listing-title-short = Напишите название от { $min } знаков, сейчас { $now }
listing-description = Описание
listing-description-hint = До 4 000 знаков. **жирный**, *курсив*, строки с «- » станут списком, пустая строка начнёт абзац.
listing-description-missing = Напишите описание
listing-lang = Язык текста
listing-lang-missing = Выберите язык текста
listing-values = Характеристики
listing-values-hint = По ним товар находят в каталоге и сравнивают с другими.
listing-value-missing = Укажите: { $name }
listing-value-number = Укажите числом, например 6,7: { $name }
listing-brand = Бренд
listing-tags = Теги
listing-tags-hint = До 8 слов через запятую: «для съёмки, флагман»
listing-tags-many = Оставьте до { $max } тегов, сейчас { $now }
listing-tag-length = В теге от 2 до 30 знаков: { $tag }
listing-tag-letters = В теге нужны буквы или цифры: { $tag }
listing-offer = Цена и наличие
listing-price = Цена
listing-price-missing = Укажите цену числом, например 289 990
listing-price-whole = Укажите цену в целых тенге
listing-price-range = Укажите цену больше нуля и до { $max }
listing-price-moved = Пока страница была открыта, цена изменилась: теперь { $price }. Проверьте и сохраните ещё раз
listing-price-none = Цена не указана
listing-stock = Остаток, шт.
listing-stock-wrong = Укажите количество числом от 0 до { $max }
listing-stock-missing = Укажите, сколько штук в наличии
listing-stock-reserved = Не меньше { $n }, столько уже заказали
listing-stock-moved = Пока страница была открыта, остаток изменился: теперь { $n }. Проверьте и сохраните ещё раз
listing-ways = Доставка
listing-city = Откуда продаёте
listing-ways-offered = Способы доставки
listing-ways-hint = Цены и сроки берутся из условий магазина.
listing-ways-terms = Изменить условия
listing-way-missing = Отметьте хотя бы один способ доставки
listing-no-ways = Сначала настройте доставку магазина
listing-no-ways-lead = Магазин ещё не говорит, как доставляет.
listing-no-ways-go = Настроить доставку
listing-publish = Опубликовать
listing-save-draft = Сохранить черновик
listing-preview = Как увидят
listing-saved-at = Сохранено в
listing-draft-saved = Черновик сохранён
listing-saved = Сохранили
listing-saved-review = Сохранили. Изменения посмотрит модератор, после этого объявление снова увидят
listing-published = Опубликовали. Товар в продаже
listing-submitted = Отправили модератору. Когда проверим, пришлём письмо
listing-readiness = Готовность
listing-ready = Готово на { $n } %
listing-card = Так увидят в каталоге

# Чужие карточки и штрихкоды
listing-new-title = Что продаёте?
listing-new-known = Может быть, карточка уже есть
listing-new-known-why = Для новых товаров: найдите карточку по штрихкоду или названию, и останется указать цену, остаток и доставку.
listing-new-find = Штрихкод или название
listing-new-nothing = Такой карточки нет. Создайте свою.
listing-new-offers = { $n ->
    [one] { $n } продавец
    [few] { $n } продавца
   *[many] { $n } продавцов
}, от { $price }
listing-new-unsold = сейчас никто не продаёт
listing-new-borrowed = карточка другого магазина, станет общей после проверки
listing-new-own = Ваше предложение
listing-new-own-card = Своя карточка
listing-new-own-card-why = Для подержанных и единственных в своём роде вещей, и для новых товаров, которых ещё нет на Самале.
listing-new-own-card-go = Создать карточку
listing-pick = Продаю такой же
listing-pick-already = Вы уже продаёте этот товар: вот ваше предложение
listing-pick-private = Эта карточка принадлежит одному магазину. Создайте свою.
listing-gtin = Штрихкод (GTIN)
listing-gtin-hint = 8, 12, 13 или 14 цифр под штрихами. По нему товар найдут другие продавцы, и предложения соберутся в одной карточке.
listing-gtin-short = штрихкод { $gtin }
listing-gtin-shape = Напишите 8, 12, 13 или 14 цифр, как под штрихами
listing-gtin-control = В штрихкоде ошибка: последняя цифра не сходится
listing-gtin-internal = Это внутренний код магазина, а не производителя. Оставьте поле пустым.
listing-gtin-taken = Карточка с этим штрихкодом уже есть: продавайте на ней
listing-twin = У этого товара уже есть общая карточка:
listing-twin-advice = Продавайте на ней: покупатели увидят ваше предложение рядом с другими.
listing-shared-card = Карточка товара
listing-shared-why = Карточка общая: её слова и характеристики меняются по предложениям, которые подтверждает модератор.
listing-borrowed-why = Карточку сделал другой магазин. Модератор проверит её вместе с вашим предложением, и она станет общей.
listing-card-open = Открыть карточку
listing-card-propose = Предложить исправление

# Предложения исправить карточку
card-change-open = ждёт решения
card-change-accepted = принято
card-change-rejected = отклонено
card-change-last = Ваше предложение от
card-change-waits = Модератор ещё не решил по прошлому предложению. Новое можно отправить после его ответа.
card-change-how = Поправьте только то, что неверно: остальное останется как есть.
card-change-why = Почему так правильно
card-change-reason = Причина
card-change-reason-hint = Например: так на упаковке, так на сайте производителя.
card-change-why-missing = Напишите, откуда это известно
card-change-nothing = Вы ничего не изменили
card-change-send = Отправить модератору
card-change-sent = Предложение отправлено. О решении пришлём письмо

# Варианты
variants-title = Варианты товара
variants-hint = Свяжите карточки, которые отличаются цветом, памятью или размером: покупатель переключит их на странице товара.
variants-other = Другая ваша карточка той же категории
variants-number = Номер другой карточки
variants-link = Связать
variants-unlink = Отвязать эту карточку
variants-linked = Карточки связаны
variants-unlinked = Карточка отвязана
variants-unlike = Связать можно только разные карточки одной категории
variants-full = У товара уже слишком много вариантов
variants-others = Среди вариантов есть карточки не вашего магазина: такие связывают только модераторы
variants-none = Такой карточки нет
