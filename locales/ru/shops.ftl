# Кабинет продавца
sell-overview = Обзор
sell-goods = Мои товары
sell-shop = Магазин
sell-new = Подать объявление
sell-today = Что сделать сегодня
sell-todo = Дела на сегодня
sell-idle = Всё сделано. Новые заказы и сообщения модераторов появятся здесь.
sell-first = Разместите первый товар
sell-first-lead = Несколько фото, название и цена: черновик сохраняется сам, опубликуете, когда будет готово.
sell-todo-delivery = Рассказать, как вы доставляете
sell-todo-delivery-why = Без этого товары нельзя опубликовать
sell-todo-delivery-go = Настроить
sell-todo-orders = { $n ->
    [one] Принять { $n } новый заказ
    [few] Принять { $n } новых заказа
   *[many] Принять { $n } новых заказов
}
sell-todo-until = до
sell-todo-orders-why = Непринятые заказы отменятся сами
sell-todo-orders-go = К заказам
sell-todo-rejected = { $n ->
    [one] Исправить { $n } объявление
    [few] Исправить { $n } объявления
   *[many] Исправить { $n } объявлений
}
sell-todo-rejected-go = Исправить
sell-todo-low = { $n ->
    [one] Пополнить { $n } товар
    [few] Пополнить { $n } товара
   *[many] Пополнить { $n } товаров
}
sell-todo-low-go = Пополнить
sell-todo-drafts = { $n ->
    [one] Закончить { $n } черновик
    [few] Закончить { $n } черновика
   *[many] Закончить { $n } черновиков
}
sell-todo-drafts-go = Открыть
sell-figures = Сейчас
sell-fig-active = В продаже
sell-fig-pending = На проверке
sell-fig-orders = Ждут принятия
sell-fig-views = Просмотры за всё время

# Открытие магазина
shop-open-title = Продавать на Самале
shop-open-lead = Одна форма, и можно размещать товары. Плата за размещение не берётся.
shop-open-who = Кто продаёт
shop-open-face = Как вас увидят
shop-open-go = Открыть магазин
shop-opened = Магазин открыт. Осталось сказать, как вы доставляете
shop-next = Что будет дальше
shop-next-delivery = Укажете, как доставляете и сколько это стоит
shop-next-goods = Добавите товары с фото
shop-next-review = Первые объявления посмотрит модератор
shop-next-orders = Покупатель платит при получении
shop-kind = Вы продаёте как
shop-kind-person = Частное лицо
shop-kind-person-hint = Нужен ИИН
shop-kind-company = Компания или ИП с БИН
shop-kind-company-hint = Нужен БИН
shop-kind-missing = Выберите, кто продаёт
shop-tin = ИИН или БИН
shop-tin-hint = 12 цифр: ИИН есть в удостоверении личности, БИН в справке о регистрации. Покупатели его не видят.
shop-tin-missing = Напишите ИИН или БИН
shop-iin-wrong = Такого ИИН нет: проверьте 12 цифр в удостоверении личности
shop-bin-wrong = Такого БИН нет: проверьте 12 цифр в справке о регистрации
shop-name = Название
shop-name-hint = Его увидят покупатели: имя или название магазина
shop-name-missing = Напишите название
shop-city = Город
shop-choose = Выберите
shop-city-missing = Выберите город из списка
shop-about = О себе
shop-about-hint = Что продаёте, чем полезны. До 2 000 знаков.
shop-logo = Логотип
shop-logo-hint = JPEG, PNG или WebP до 15 МБ, лучше квадратный
shop-logo-kept = Файл «{ $name }» сохранён. Выберите другой, если хотите заменить его
shop-logo-soon = Логотип готовится и скоро появится

# Доставка
shop-delivery = Как вы доставляете
shop-delivery-hint = Отметьте хотя бы один способ. Покупатель увидит цену и срок при заказе.
shop-way-missing = Отметьте хотя бы один способ доставки
shop-place = Адрес выдачи
shop-place-hint = Улица, дом, как найти
shop-place-missing = Напишите, где забрать заказ
shop-price = Цена доставки
shop-price-hint = 0, если бесплатно
shop-price-missing = Укажите цену доставки; бесплатно: 0
shop-price-number = Укажите сумму числом, например 1 500
shop-price-whole = Укажите сумму в целых тенге
shop-price-range = Укажите сумму больше нуля и до { $max }
shop-free = Бесплатно от суммы
shop-free-hint = Сумма товаров в заказе
shop-days-min = Дней, от
shop-days-max = Дней, до
shop-days-wrong = Укажите дни числом от 0 до 60
shop-days-order = Наибольший срок не может быть меньше наименьшего
shop-saved = Сохранили
shop-rest-saved = Всё остальное сохранено.
shop-see = Как увидят
shop-suspended = Продажи остановлены администрацией: покупатели не видят ваши товары, публиковать новые нельзя
