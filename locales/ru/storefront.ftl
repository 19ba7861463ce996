# Главная
home-title = Покупки с доставкой по Казахстану
home-about = Самал, маркетплейс Казахстана: новые и подержанные товары от магазинов и частных продавцов. Доставка по всей стране, оплата при получении.
home-now = Главное сейчас
home-hero = Нужное найдётся и приедет
home-hero-more = Выбирайте спокойно: цена и дата доставки известны до заказа, платите при получении.
home-hero-go = Открыть каталог
home-tile-pay = Оплата при получении
home-tile-pay-more = Сначала посмотрите товар, потом платите
home-tile-sell = Продайте ненужное
home-tile-sell-more = Объявление за пару минут, без комиссии
home-categories = Категории
home-fresh = Новые поступления
home-used = С рук: проверьте, вдруг оно
home-trust = Почему Самал
home-trust-pay = Платите при получении
home-trust-pay-more = Деньги отдаёте, когда товар у вас в руках
home-trust-check = Объявления проверяют
home-trust-check-more = Товары новых продавцов сначала смотрит модератор
home-trust-date = Дата доставки сразу
home-trust-date-more = Срок и цену видно до заказа, магазин отвечает до времени, указанного в заказе
home-trust-code = Выдача по коду
home-trust-code-more = Заказ отдадут только тому, кто назовёт ваш код
home-band = У вас магазин? Откройте его на Самале
home-band-more = Регистрация занимает пять минут: название, город, БИН или ИИН. Первые товары проверим и опубликуем.
home-band-go = Стать продавцом

# Списки
find-tree-title = Каталог товаров
find-tree-about = Все категории Самала: от смартфонов до рукоделия. Новые и подержанные товары с доставкой по Казахстану.
find-category-title = { $name }: купить с доставкой по Казахстану
find-category-about = { $name } на Самале: новые и подержанные, цены и сроки доставки от магазинов и частных продавцов Казахстана, оплата при получении.
find-tag-title = { $name }: товары на Самале
find-tag-about = Товары с меткой «{ $name }» от магазинов и частных продавцов Казахстана. Доставка по стране, оплата при получении.
find-search-title = { $words }: поиск
find-search-found = Нашли по запросу «{ $words }»
find-search-nothing = По запросу «{ $words }» ничего нет
find-search-advice = Проверьте, нет ли опечатки, уберите лишние слова или загляните в категории.
find-search-empty = Что ищем?
find-search-empty-advice = Напишите название, марку или свойство: «чайник стальной», «кроссовки 42».
find-places = Где нашлось
find-page = страница { $n }
find-below = Разделы
find-goods = Товары
find-count = { $n } { $n ->
    [one] товар
    [few] товара
   *[many] товаров
}
find-filters = Фильтры
find-filters-close = Закрыть фильтры
find-price = Цена, ₸
find-price-from = Цена от
find-price-to = Цена до
find-from = от { $price }
find-to = до { $price }
find-price-wrong = Напишите цену цифрами, например 80 000
find-condition = Состояние
find-any = Любое
find-city = Город продавца
find-show = Показать { $n }
find-days = Доставка
find-days-any = Когда угодно
find-days-within = { $n ->
    [1] Завтра или раньше
    [one] До { $n } дня
   *[other] До { $n } дней
}
find-at-least = от
find-at-most = до
find-features = Особенности
find-shops = Магазины
find-more = Ещё { $n }
find-applied-span = { $name }: { $from }–{ $to }
find-applied-span-from = { $name }: от { $from }
find-applied-span-to = { $name }: до { $to }
find-without = Без фильтра «{ $filter }»: { $n ->
    [one] { $n } товар
    [few] { $n } товара
   *[many] { $n } товаров
}
find-corrected = Показали результаты по запросу «{ $words }».
find-literal = Искать именно «{ $words }»
find-perhaps = Возможно, вы искали:
find-relaxed = Со всеми словами нашлось мало, поэтому показали и товары с частью слов.
find-why = Почему такой порядок
find-why-lead = Счёт складывается из слов запроса в полях карточки и небольших надбавок. Больше счёт, выше товар. Заплатить за место нельзя.
find-why-words = Слова
find-why-all = Все слова
find-why-head = Главное слово
find-why-feedback = Похож на лучшие
find-why-shop = Наличие, спрос, оценки, свежесть
find-why-total = Счёт
find-apply = Применить
find-reset = Сброс
find-reset-all = Сбросить всё
find-applied = Выбранные фильтры
find-applied-from = от { $price }
find-applied-to = до { $price }
find-applied-no-shop = магазин, которого нет
find-sort-best = Самое подходящее
find-sort-new = Сначала новые
find-sort-cheap = Сначала дешевле
find-sort-dear = Сначала дороже
find-nothing = С такими фильтрами ничего нет
find-nothing-advice = Уберите один из фильтров или расширьте цену.
find-nothing-yet = Здесь пока пусто
find-nothing-yet-advice = Товары появятся, когда их выставят продавцы. А пока загляните в другие разделы.

# Товар
product-title = { $title }, { $price }
product-photos = { $n ->
    [0] Фотографий нет
   *[other] Фотографии, { $n }
}
product-photo-short = Фото { $n }
product-photo = { $title }, фото { $n }
product-photo-of = { $n } из { $total }
product-show-photo = Показать фото { $n }
product-photos-of = Фотографии: { $title }
product-no-photo = Фотографий нет
product-back = К товару
product-number = Арт. { $n }
product-brand = Бренд
product-all-facts = Все характеристики
product-tags = Метки
product-sold-out = Всё раскупили. Загляните позже или посмотрите другие товары магазина.
product-left = Осталось { $n } шт.
product-free = бесплатно
product-free-from = Бесплатно от { $sum }
product-pay = Оплата при получении
product-returns = Возврат в течение 14 дней
product-description = Описание
product-facts = Характеристики
product-facts-own = Главное
product-yes = да
product-no = нет
product-seller = Продавец
product-all-of-shop = Все товары магазина
product-report = Пожаловаться
product-others = Ещё у продавца { $shop }
product-others-all = Все товары
product-quick = Быстрая покупка
product-similar = Похожие товары
product-more-of-category = Ещё в этой категории
product-away = Товар сейчас не продаётся
product-away-advice = Продавец приостановил продажу или обновляет описание. Посмотрите похожие.

# Магазин
store-title = { $name }: магазин на Самале
store-summary = Товары магазина { $name } на Самале: цены, наличие, доставка по Казахстану, оплата при получении.
store-since = На Самале с { $year } года

# Предложения
offers-title = { $n ->
    [one] { $n } продавец
    [few] { $n } продавца
   *[many] { $n } продавцов
}, от { $price }
offers-sort = Порядок предложений
offers-sort-best = Выгоднее
offers-sort-price = Дешевле
offers-sort-date = Быстрее
offers-sort-record = Надёжнее
offers-shown = открыто
offers-record = { $percent } % заказов выполнено, всего { $n }
offers-done = { $n ->
    [one] { $n } заказ выполнен
    [few] { $n } заказа выполнено
   *[many] { $n } заказов выполнено
}
offers-new-shop = новый магазин
offers-no-way = доставки в ваш город нет
offers-sold-out = раскупили
offers-why = Почему этот продавец первый
offers-why-lead = Первым стоит тот, у кого меньше всего выходит в сумме: цена, доставка, ожидание и риск, что заказ сорвётся. Сейчас это { $shop }. За место никто не платит.
offers-why-price = Цена
offers-why-delivery = Доставка
offers-why-days = Ожидание
offers-why-n-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
offers-why-risk = Риск отказа
offers-why-total = Выходит
offers-why-help = Как это считается
product-gtin = Штрихкод
product-sell-yours = Продать такой же
product-old = Было:
product-lowest = Самая низкая цена за 90 дней
product-prices = История цены
product-prices-of = История цены у { $shop }
product-prices-flat = Цена не менялась: { $price }
product-prices-line = от { $low } до { $high }
product-prices-ago = 90 дней или с начала продажи
product-prices-today = сегодня
product-prices-table = Когда менялась
product-prices-since = с
product-prices-rule = Зачёркнутую цену показываем, только если по ней товар продавался половину времени за 90 дней до снижения и дешевле, чем сейчас, не был.
product-apart = , такого сочетания нет, откроется ближайшее
product-apart-note = Пунктиром отмечено то, чего в таком сочетании нет: откроется ближайший вариант.
product-gone = , сейчас не продаётся
product-far = Только в городе
product-town = Даты для города { $town }.
product-town-other = Другой город
product-town-choose = Выберите город, чтобы увидеть точные даты
find-sort-sale = Сначала со скидкой
find-sort-soon = Сначала быстрая доставка
find-reduced = Цена снижена
find-related = Ищут также
find-sort-rating = С высоким рейтингом
find-rating = Рейтинг
find-rating-any = Любой
find-rating-from = { $mean } и выше
find-applied-rating = рейтинг от { $mean }
offers-sort-rating = С лучшей оценкой
help-contact = Написать в Самал
