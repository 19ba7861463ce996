# Рамка всех страниц
shell-brand = Самал
shell-wordmark = самал
shell-home-link = Самал, на главную
shell-skip = К содержанию
shell-delivery = Доставка и оплата
shell-returns = Возврат
shell-help = Помощь
shell-sell = Продавать на Самале
shell-seller = Кабинет продавца
shell-staff = Служебный кабинет
shell-cabinet = Кабинет
shell-languages = Язык
shell-catalogue = Каталог
shell-all-categories = Все категории
shell-find = Найти
shell-search-label = Поиск по товарам
shell-search-example = Найти товар
shell-personal = Личное
shell-orders = Заказы
shell-cart = Корзина
shell-favorites = Избранное
shell-compare = Сравнение
shell-searches = Мои поиски
shell-profile = Профиль
shell-sign-in = Войти
shell-sections = Разделы сайта
shell-home = Главная
shell-motto = Маркетплейс Казахстана. Продают люди и магазины, покупает вся страна.
shell-theme = Оформление
shell-theme-auto = Авто
shell-theme-light = Светлое
shell-theme-dark = Тёмное
shell-buyers = Покупателям
shell-help-buying = Как купить
shell-sellers = Продавцам
shell-sell-start = Разместить товар
shell-help-selling = Как продавать
shell-help-rules = Правила площадки
shell-help-about = О нас
shell-help-privacy = Личные данные

# Формы
ui-errors = Осталось исправить { $n ->
    [one] { $n } пункт
    [few] { $n } пункта
   *[many] { $n } пунктов
}
ui-error-title = Ошибка:
ui-optional = не обязательно
ui-save = Сохранить
ui-quantity = количество
ui-pieces = шт.
ui-less = на одну меньше
ui-more = на одну больше
ui-drop = убрать

# Карточки и списки
ui-add = В корзину
ui-in-cart = В корзине · { $n }
ui-used = Б/у
ui-free = бесплатно
ui-photo-soon = Фото готовится
ui-here = Вы здесь
ui-pages = Страницы
ui-previous = Назад
ui-next = Дальше
ui-first = К началу
ui-remove = , убрать
ui-price-from = от { $price }
ui-offers = { $n ->
    [one] { $n } предложение
    [few] { $n } предложения
   *[many] { $n } предложений
}
shell-town = Город
shell-town-choose = Выберите город
ui-rated = Рейтинг { $mean } из 5, { $n ->
    [one] { $n } оценка
    [few] { $n } оценки
   *[many] { $n } оценок
}
ui-ratings = { $n ->
    [one] { $n } оценка
    [few] { $n } оценки
   *[many] { $n } оценок
}
ui-stars = { $n } из 5
