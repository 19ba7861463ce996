cart-title = Корзина
cart-count = { $kinds ->
    [one] { $kinds } товар
    [few] { $kinds } товара
   *[many] { $kinds } товаров
}, { $pieces } шт.
cart-recount = Пересчитать
cart-empty = В корзине пока пусто
cart-empty-text = Здесь соберутся товары, которые вы выберете. Дату доставки и сумму скажем до заказа.
cart-to-catalogue = Открыть каталог
cart-to-shop = В магазин
cart-added = Добавили в корзину.
cart-open = Открыть корзину
cart-add-unavailable = Этот товар закончился или снят с продажи.
cart-add-own = Это товар вашего магазина, купить его у себя нельзя.
cart-add-full = В корзине уже 100 разных товаров. Оформите часть или уберите лишнее.
cart-removed = Убрали: { $title }
cart-put-back = Вернуть
cart-remove = Удалить
cart-gone = Снят с продажи, в сумму не входит
cart-sold-out = Закончился, в сумму не входит
cart-own = Товар вашего магазина, в сумму не входит
cart-short = Осталось { $left } шт. Уменьшили количество, было { $was }
cart-price-moved = Цена изменилась: было { $was }, стало { $now }
cart-each = { $price } за шт.
cart-no-way = Эти товары нельзя доставить вместе одним способом: оформите их по отдельности
cart-goods = Товары
cart-goods-pieces = Товары, { $n } шт.
cart-delivery = Доставка
cart-delivery-later = выберете дальше
cart-total = Итого
cart-changes = обновится
cart-checkout = Оформить заказ
cart-nothing = Сейчас из корзины ничего нельзя заказать
cart-pay-later = Оплата при получении, когда проверите товар
cart-steps = Каждый шаг заказа видно здесь и в письмах
cart-quantity-wrong = Укажите количество числом от 1 до { $max } или уберите товар
