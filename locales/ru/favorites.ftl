favorite-default = Избранное
favorite-heart = В избранное
favorite-in = В избранном
favorite-added = Добавили в избранное.
favorite-removed = Убрали из избранного.
favorite-open = Открыть избранное
favorite-full = В избранном уже 500 товаров. Уберите лишнее.
favorite-count = { $n ->
    [one] { $n } товар
    [few] { $n } товара
   *[many] { $n } товаров
}
favorite-lists = Списки избранного
favorite-new = Новый список
favorite-edit = Настроить список
favorite-back = К списку
favorite-empty = В избранном пока пусто
favorite-empty-text = Нажмите на сердечко у товара, и он останется здесь. Когда он подешевеет или снова появится, мы напишем.
favorite-list-empty = В этом списке пока пусто
favorite-list-empty-text = Сюда можно перенести товары из других ваших списков.
favorite-gone = Товар больше не показывают
favorite-away = Сейчас не продаётся
favorite-cheaper = Дешевле на { $sum }
favorite-mark = Отметить
favorite-move-label = Отмеченное — в список
favorite-move = Перенести
favorite-drop = Убрать отмеченное
favorite-none-marked = Сначала отметьте товары.
favorite-moved = { $count ->
    [one] Перенесли { $count } товар.
    [few] Перенесли { $count } товара.
   *[many] Перенесли { $count } товаров.
}
favorite-open-list = Открыть список
favorite-dropped = { $count ->
    [one] Убрали { $count } товар.
    [few] Убрали { $count } товара.
   *[many] Убрали { $count } товаров.
}
favorite-name = Название списка
favorite-name-hint = Например, «Подарки» или «Для кухни»
favorite-name-empty = Напишите название списка
favorite-notify = Писать мне, когда товар подешевеет или снова появится, не чаще раза в день
favorite-make = Завести список
favorite-made = Список готов.
favorite-saved = Сохранили.
favorite-lists-full = Списков может быть не больше { $most }. Удалите ненужный
favorite-prefer = Складывать сюда
favorite-prefer-why = Новые товары с сердечком будут попадать в этот список.
favorite-preferred = Новые товары с сердечком попадут в этот список.
favorite-is-default = Товары с сердечком попадают в этот список. Чтобы удалить его, сначала выберите для них другой.
favorite-sharing = Поделиться списком
favorite-sharing-off = По секретной ссылке список увидит любой, кому вы её пришлёте. Ваших имени и почты там не будет, только название списка и товары.
favorite-sharing-on = Список видит любой, у кого есть ссылка. Ваших имени и почты там нет.
favorite-link = Ссылка
favorite-share = Сделать ссылку
favorite-shared = Ссылка готова: скопируйте её.
favorite-renew = Сменить ссылку
favorite-renew-why = После смены прежняя ссылка перестанет работать.
favorite-unshare = Закрыть доступ
favorite-unshared = Ссылка больше не работает.
favorite-shared-about = Этим списком с вами поделились по ссылке.
favorite-delete = Удалить список
favorite-delete-goods = Что сделать с товарами
favorite-delete-keep = Перенести туда, куда попадают сердечки
favorite-delete-drop = Убрать из избранного
favorite-delete-choose = Выберите, что сделать с товарами
favorite-delete-link = Секретная ссылка на список перестанет работать.
favorite-delete-go = Удалить
favorite-deleted = Список удалён.
favorite-mail = { $n ->
    [one] Хорошая новость о { $n } товаре из списка «{ $list }»
   *[other] Хорошие новости о { $n } товарах из списка «{ $list }»
}
favorite-mail-line = Вот что изменилось в списке «{ $list }»:
favorite-mail-cheaper = { $price } (было { $was })
favorite-mail-back = снова продаётся, { $price }
favorite-mail-open = Открыть список
favorite-mail-why = Цены и наличие могли измениться, пока письмо шло. Об этом списке мы пишем не чаще раза в день.
favorite-mute = Не писать об этом списке
favorite-mute-text = Мы перестанем писать о ценах и наличии товаров этого списка. Сам список останется.
favorite-mute-go = Больше не писать
favorite-muted = Больше не напишем
favorite-muted-text = Письма об этом списке выключены. Включить их снова можно в настройках списка.
