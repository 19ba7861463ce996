search-watch = Следить
search-new = Следить за новыми товарами
search-edit = Изменить поиск
search-name = Название
search-name-empty = Напишите название
search-frequency = Как часто писать
search-frequency-hint = Пишем, только когда есть новые товары
search-frequency-choose = Выберите, как часто писать
search-at-once = Сразу
search-daily = Раз в день
search-weekly = Раз в неделю
search-to-list = К товарам
search-saved = Поиск сохранён: сообщим о новых товарах.
search-open = Мои поиски
search-known = Этот поиск у вас уже есть.
search-full = Поисков может быть не больше { $most }. Удалите ненужный
search-changed = Сохранили.
search-gone = Этой категории больше нет.
search-none = Сохранённых поисков пока нет
search-none-text = Откройте категорию или найдите что-нибудь, задайте фильтры и нажмите «Следить». О новых товарах сообщим здесь и письмом.
search-fresh = { $n }{ $plus } { $n ->
    [one] новый
    [few] новых
   *[many] новых
}
search-see = Показать новые
search-is-paused = На паузе
search-pause = Пауза
search-paused = Поиск на паузе: не считаем и не пишем.
search-resume = Продолжить
search-resumed = Снова следим. Считаем с этой минуты.
search-how = Новые товары ищем каждые несколько минут. Новыми считаем те, что появились после вашего последнего взгляда.
search-delete = Удалить поиск
search-delete-why = Мы перестанем искать и писать.
search-deleted = Поиск удалён.
search-mail = «{ $name }»: { $n }{ $plus } { $n ->
    [one] новый товар
    [few] новых товара
   *[many] новых товаров
}
search-mail-line = По вашему поиску «{ $name }» появилось новое:
search-mail-open = Посмотреть новые
search-mail-why = Вы просили сообщать о новых товарах: { $often }. Частоту можно сменить в профиле, в разделе «Мои поиски».
search-mute = Не писать об этом поиске
search-mute-text = Мы поставим поиск на паузу и перестанем писать. Сам поиск останется в вашем профиле.
search-mute-go = Больше не писать
search-muted = Больше не напишем
search-muted-text = Поиск на паузе. Продолжить его можно в профиле, в разделе «Мои поиски».
