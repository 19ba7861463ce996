# Служебный кабинет
moderation-title = Модерация
moderation-overview = Обзор
moderation-queue = Очередь
moderation-reports = Жалобы
moderation-acts = Журнал действий
moderation-acts-all = Весь журнал
moderation-next = Взять следующее
moderation-oldest = самое давнее ждёт
moderation-empty-line = всё проверено
moderation-no-reports-line = открытых жалоб нет
moderation-mine = Ваши решения
moderation-mine-when = за последние сутки
moderation-age-minutes = { $n } мин
moderation-age-hours = { $n } ч
moderation-age-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
    *[many] { $n } дней
}

# Очередь
moderation-queue-empty = Очередь пуста
moderation-queue-empty-text = Все объявления проверены. Новые появятся здесь сразу.
moderation-queue-how = { $n ->
    [one] Ждёт { $n } объявление
    [few] Ждут { $n } объявления
    *[many] Ждут { $n } объявлений
}. Взятое объявление закрепляется за вами на 10 минут.
moderation-queue-list = Объявления в очереди
moderation-waits = ждёт
moderation-held = Сейчас у модератора: { $name }
moderation-take = Взять
moderation-nothing-free = Свободных объявлений в очереди нет

# Дело
moderation-number = № { $id }
moderation-photo = Фото { $n }
moderation-no-photos = Фото нет
moderation-text = Текст
moderation-no-text = Описания нет
moderation-marks = Отмечено:
moderation-marks-none = Ничего подозрительного не отмечено
moderation-mark-phone = телефон
moderation-mark-link = ссылка или адрес
moderation-mark-messenger = мессенджер
moderation-mark-payment = оплата мимо площадки
moderation-mark-fake = подделка
moderation-marked = отмечено мест:
moderation-price = Цена
moderation-category = Категория
moderation-condition = Состояние, город
moderation-brand = Бренд
moderation-tags = Теги
moderation-yes = да
moderation-no = нет
moderation-similar = Похожие объявления
moderation-similar-twin = Почти то же название
moderation-similar-own = Тот же магазин
moderation-seller = Продавец: { $name }
moderation-seller-card = Карточка продавца
moderation-decision = Решение
moderation-decided-already = Объявление не ждёт проверки.
moderation-until = до { $time }
moderation-yours = Ваше до { $time }
moderation-then = Потом вернётся в очередь.
moderation-free = Объявление пока ничьё. Возьмите его на { $n } минут, чтобы его не проверял кто-то ещё.
moderation-keys = Клавиши: Alt + A, R, S
moderation-why = Причина отказа
moderation-mend = Что исправить
moderation-mend-hint = Увидит продавец
moderation-approve = Одобрить и дальше
moderation-reject = Отклонить и дальше
moderation-skip = Пропустить
moderation-no-decision = Выберите решение кнопкой
moderation-no-reason = Выберите причину
moderation-no-note = Напишите, в чём дело
moderation-done-approved = Одобрили, объявление в продаже
moderation-done-rejected = Отклонили, продавец узнает причину из письма
moderation-said-already = Уже решено: ничего не изменили
moderation-said-changed = Продавец изменил объявление. Посмотрите его ещё раз
moderation-said-taken = Это объявление сейчас у другого модератора
moderation-said-own = Объявление своего магазина проверяет другой модератор
moderation-own-shop = Это ваш магазин: здесь решает другой сотрудник
moderation-said-stopped = Магазин приостановлен: его объявления не проверяются
moderation-said-unpriced = У объявления нет цены. Отклоните его с причиной «Цена»

# Причины
moderation-reason-contacts = Контакты в объявлении
moderation-reason-payment = Оплата в обход площадки
moderation-reason-photos = Фото чужие или не о том
moderation-reason-title = Неясное название
moderation-reason-description = Описание не подходит
moderation-reason-category = Не та категория
moderation-reason-price = Цена не похожа на правду
moderation-reason-duplicate = Повтор объявления
moderation-reason-prohibited = Запрещённый товар или подделка
moderation-reason-other = Другое, напишу ниже
moderation-advice-contacts = В объявлении есть телефон, ссылка или мессенджер. Уберите их и отправьте снова.
moderation-advice-payment = В объявлении предлагают оплату мимо Самала. Уберите эти слова и отправьте снова.
moderation-advice-photos = Фото чужие или не показывают товар. Замените их своими и отправьте снова.
moderation-advice-title = По названию не понять, что продаётся. Напишите, что это за товар, и отправьте снова.
moderation-advice-description = Описание не подходит к товару или слишком короткое. Дополните его и отправьте снова.
moderation-advice-category = Товар стоит не в той категории. Выберите другую и отправьте снова.
moderation-advice-price = Цена не похожа на настоящую. Укажите полную цену и отправьте снова.
moderation-advice-duplicate = Такое объявление у вас уже есть. Оставьте одно из них.
moderation-advice-prohibited = Этот товар нельзя продавать на Самале.
moderation-advice-other = Прочитайте, что написал модератор.
moderation-verdict-approved = Одобрено
moderation-verdict-rejected = Отклонено
moderation-verdict-removed = Снято
moderation-verdict-restored = Возвращено в очередь

# Снять и вернуть
moderation-hide = Снять с продажи
moderation-hide-title = Снять объявление с продажи?
moderation-hide-what = Объявление исчезнет из каталога, продавец получит письмо с причиной. Магазин снова будет ждать проверки своих объявлений. Вернуть объявление можно через очередь.
moderation-why-hide = Почему снимаем
moderation-tell-seller = Что сказать продавцу
moderation-restore = Вернуть в очередь
moderation-back = Не менять
moderation-done-hidden = Сняли с продажи, продавец узнает причину из письма
moderation-done-restored = Вернули в очередь на проверку

# Магазины
moderation-shop-age = На Самале
moderation-shop-person = частное лицо
moderation-shop-company = компания
moderation-shop-trusted = публикует сразу
moderation-shop-suspended = приостановлен
moderation-shop-closed = закрыт
moderation-shop-listings = Решения
moderation-shop-record = одобрено { $approved }, отклонено { $rejected }, снято { $removed }
moderation-shop-sales = Продажи
moderation-shop-reports = Жалобы
moderation-shop-reports-line = { $n }, из них подтвердилось { $upheld }
moderation-shop-page = На витрине
moderation-shop-acts = Все действия с этим магазином
moderation-decisions-title = Прошлые решения
moderation-suspend = Приостановить магазин
moderation-suspend-title = Приостановить магазин?
moderation-suspend-what = { $n ->
    [one] Исчезнет из каталога { $n } объявление
    [few] Исчезнут из каталога { $n } объявления
    *[many] Исчезнут из каталога { $n } объявлений
}. Принятые заказы магазин доводит до конца.
moderation-suspend-why = Причина
moderation-suspend-why-hint = Владелец получит её письмом
moderation-reopen = Открыть магазин
moderation-reopen-title = Открыть магазин снова?
moderation-reopen-what = Объявления магазина вернутся в каталог, владелец получит письмо. Новые объявления снова будут проверяться.
moderation-reopen-why = Заметка для журнала
moderation-done-suspended = Магазин приостановлен
moderation-done-reopened = Магазин снова открыт

# Жалобы
moderation-reports-empty = Жалоб нет
moderation-reports-empty-text = Все жалобы разобраны.
moderation-reports-list = Открытые жалобы
moderation-complaint = Жалоба № { $id }
moderation-complaint-silent = Без слов
moderation-complaint-about = На что
moderation-complaint-by = Кто
moderation-complaint-before = Прежние жалобы
moderation-complaint-record = подтвердилось { $right }, отклонено { $empty }
moderation-complaint-how = Решение не снимает объявление само: для этого есть своя кнопка.
moderation-complaint-note = Заметка для журнала
moderation-see-listing = Открыть объявление
moderation-see-shop = Открыть карточку магазина
moderation-uphold = Жалоба верна
moderation-dismiss = Жалоба не подтвердилась
moderation-upheld = Жалоба подтвердилась.
moderation-dismissed = Жалоба не подтвердилась.
moderation-done-upheld = Жалоба закрыта: подтвердилась
moderation-done-dismissed = Жалоба закрыта: не подтвердилась

# Пожаловаться
moderation-report-title = Пожаловаться
moderation-report-why = Что не так
moderation-report-fraud = Похоже на обман
moderation-report-fake = Подделка
moderation-report-prohibited = Такое нельзя продавать
moderation-report-wrong = Описание или фото не о том
moderation-report-contacts = Уводит с площадки: телефон, ссылка, предоплата
moderation-report-rude = Грубость или оскорбления
moderation-report-other = Другое
moderation-report-text = Расскажите подробнее
moderation-report-text-hint = До 1000 знаков. Продавец не узнает, кто пожаловался.
moderation-report-send = Отправить жалобу
moderation-report-no-reason = Выберите, что не так
moderation-report-no-text = Напишите, что случилось
moderation-report-sent = Спасибо, жалобу получили. Модератор посмотрит её.
moderation-report-again = Ваша жалоба уже у модератора, второй раз отправлять не нужно.

# Журнал
moderation-acts-table = Действия
moderation-acts-list = Журнал по выбранному
moderation-acts-none = Таких действий нет
moderation-decisions = Таблица прошлых решений
moderation-sift = Отбор в журнале
moderation-when = Когда
moderation-what = Что
moderation-subject = О чём
moderation-who = Кто
moderation-note = Заметка
moderation-listing = Объявление
moderation-verdict = Решение
moderation-command-line = командная строка
moderation-anyone = Все
moderation-kind-listing = Объявление
moderation-kind-shop = Магазин
moderation-kind-user = Человек
moderation-kind-report = Жалоба
moderation-kind-card = Карточка товара
moderation-kind-words = Синонимы
moderation-kind-number = Номер
moderation-show = Показать
moderation-show-all = Показать все
moderation-subject-listing = Объявление № { $id }
moderation-subject-shop = Магазин № { $id }
moderation-subject-user = Человек № { $id }
moderation-subject-report = Жалоба № { $id }
moderation-act-approve = Одобрение
moderation-act-reject = Отказ
moderation-act-hide = Снятие с продажи
moderation-act-restore = Возврат в очередь
moderation-act-suspend = Приостановка магазина
moderation-act-reopen = Открытие магазина
moderation-act-uphold = Жалоба подтверждена
moderation-act-dismiss = Жалоба отклонена
moderation-act-grant = Роль выдана
moderation-act-revoke = Роль снята
moderation-act-other = Другое

# Письма продавцу
moderation-mail-approved = В продаже: { $title }
moderation-mail-approved-line = Объявление «{ $title }» проверено и опубликовано. Его уже видят покупатели.
moderation-mail-see = Открыть объявление
moderation-mail-rejected = Нужно исправить: { $title }
moderation-mail-rejected-line = Объявление «{ $title }» пока не опубликовали.
moderation-mail-mend = Исправить объявление
moderation-mail-removed = Снято с продажи: { $title }
moderation-mail-removed-line = Мы сняли с продажи объявление «{ $title }».
moderation-mail-rules = Правила площадки
moderation-mail-suspended = Магазин приостановлен: { $shop }
moderation-mail-suspended-line = Мы приостановили магазин «{ $shop }». Покупатели не видят его объявлений. Причина:
moderation-mail-suspended-orders = Принятые заказы нужно довести до конца: кабинет для этого открыт.
moderation-mail-reopened = Магазин снова открыт: { $shop }
moderation-mail-reopened-line = Магазин «{ $shop }» снова работает, его объявления видны покупателям.
moderation-mail-listings = Мои объявления

# Карточки
moderation-cards = Карточки
moderation-subject-card = Карточка № { $id }
moderation-act-share = Карточка стала общей
moderation-act-merge = Объединение карточек
moderation-act-link = Связал варианты
moderation-act-unlink = Отвязал вариант
moderation-act-accept-change = Исправление принято
moderation-act-reject-change = Исправление отклонено
card-title = Карточка
card-about = О карточке
card-changes = Предложения магазинов
card-changes-none = Предложений нет.
card-matches = Похоже, один и тот же товар
card-matches-why = Штрихкод один, а карточки разные. Объедините их, и предложения магазинов встанут рядом.
card-matches-none = Совпадений нет.
card-is-shared = общая
card-no-gtin = нет
card-shared-since = Общая с
card-merged-into = Объединена с
card-share = Сделать общей
card-share-hint = Другие магазины смогут продавать на этой карточке, а её слова будут меняться только по подтверждённым предложениям. Обратно карточка не станет частной.
card-shared = Карточка теперь общая
card-taken = Общая карточка с этим штрихкодом уже есть
card-used = На карточке есть подержанный товар: она остаётся частной
card-twins = Другие карточки с этим штрихкодом
card-offers = Предложения
card-offers-none = Никто не продаёт.
card-history = История
card-history-none = Ничего ещё не меняли.
card-merge-look = Сравнить
card-merge-title = Объединить карточки?
card-merge-what = Предложения перейдут на вторую карточку, адрес первой будет вести туда же. Отменить это нельзя.
card-merge-from = Уйдёт
card-merge-into = Останется
card-merge = Объединить
card-merge-not = Не объединять
card-merged = Карточки объединены
card-not-merged = Эти карточки объединить нельзя
card-borrowed = Продавец предлагает товар на карточке магазина { $shop }. Если одобрить, карточка станет общей.
card-change-title = Предложение исправить карточку
card-change-table = Что изменится
card-change-field = Поле
card-change-from = Было
card-change-to = Станет
card-change-now = Меж тем стало
card-change-moved = Пока предложение ждало решения, карточку уже изменили. Проверьте, верно ли оно ещё.
card-change-look-again = Карточка только что изменилась. Посмотрите ещё раз.
card-change-empty = пусто
card-change-note = Ответ магазину
card-change-note-hint = Для отказа обязательно: магазин прочтёт его в письме.
card-change-accept = Принять
card-change-reject = Отклонить
card-change-done = Карточка исправлена
card-change-refused = Предложение отклонено
moderation-mail-shared = Карточка «{ $title }» стала общей
moderation-mail-shared-line = Карточка «{ $title }», которую вы создали, теперь общая: на ней могут продавать и другие магазины.
moderation-mail-shared-what = Ваше предложение, цена и остаток не изменились. Исправить слова карточки можно через предложение модератору.
moderation-mail-change-yes = Исправление принято: «{ $title }»
moderation-mail-change-yes-line = Модератор принял ваше исправление карточки «{ $title }». Спасибо.
moderation-mail-change-no = Исправление отклонено: «{ $title }»
moderation-mail-change-no-line = Модератор не принял ваше исправление карточки «{ $title }».
moderation-act-add-words = Добавил синонимы
moderation-act-drop-words = Удалил синонимы
moderation-subject-words = Синонимы № { $id }
moderation-synonyms = Синонимы
moderation-synonyms-why = Слова одной группы находят одно и то же. Действует сразу, на всех страницах поиска.
moderation-synonyms-words = Слова через запятую
moderation-synonyms-hint = От двух до двенадцати: диван, софа
moderation-synonyms-add = Добавить группу
moderation-synonyms-all = Все группы
moderation-synonyms-none = Групп пока нет. Поиск и без них знает самые частые: ноутбук и лэптоп, холодильник и тоңазытқыш.
moderation-synonyms-remove = Удалить
moderation-synonyms-added = Группу добавили, поиск её уже знает
moderation-synonyms-removed = Группу удалили
moderation-synonyms-few = Нужны хотя бы два разных слова
moderation-synonyms-many = В группе — до { $most } слов
moderation-synonyms-strange = Слово — до { $longest } знаков, с буквой или цифрой
