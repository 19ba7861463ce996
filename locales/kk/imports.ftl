# Файл тұтас
import-file-empty = Файл бос.
import-file-unknown = Бұл прайс-парақ емес: CSV, XLSX немесе YML файлы керек.
import-file-xls = Бұл Excel-дің ескі пішімі. Файлды XLSX түрінде сақтаңыз.
import-file-protected = Файл құпиясөзбен қорғалған. Оны құпиясөзсіз сақтаңыз.
import-file-broken = Файл бүлінген немесе толық жүктелмеген.
import-file-bomb = Файл ашылғанда тым үлкен болады.
import-file-large = Файл тым үлкен.
import-file-entities = Файлда XML мәндері бар, ондай файлдарды қабылдамаймыз.
import-file-deep = Файлда ішкі элементтер тым көп.
import-file-header = Баған атаулары жазылған жолды таппадық.
import-file-unreadable = Файлды оқу мүмкін болмады. Қайталап көріңіз.
# Жол
import-row-broken = Жолды оқу мүмкін болмады.
import-row-large = Тауарда { $max } элементтен көп.
import-row-wide = Бағандар керегінен көп: { $now }, керегі { $max }.
import-cell-long = Мәтін тым ұзын: { $max } байттан артық.
import-condition = «{ $text }» күйін түсінбедік. «Жаңа» немесе «қолданылған» деп жазыңыз.
import-currency = Баға { $text } валютасында. Тек теңгені қабылдаймыз.
import-gtin = «{ $text }» штрихкоды қате.
import-old-price-low = Ескі баға жаңасынан жоғары болуы керек.
import-value-shape = «{ $text }» сипатын түсінбедік. «Атауы: мәні» деп жазыңыз.
import-value-long = «{ $name }» сипаты { $max } таңбадан ұзын.
import-values-many = Сипаттар { $max }-ден көп: { $now }.
import-pictures-many = Фотолар { $max }-ден көп: { $now }.
# Фото
import-photo-missing = Мұрағатта «{ $name }» фотосы жоқ.
import-photo-several = Мұрағатта «{ $name }» атты бірнеше фото бар.
import-photo-large = «{ $name }» фотосы тым үлкен.
import-photo-broken = «{ $name }» фотосын оқу мүмкін болмады.

# Шебер
import-title = Импорт және экспорт
import-lead = Прайс-парақты жүктеңіз: алдымен не түсінгенімізді көрсетеміз, «Іске қосу» түймесін басқанша ештеңе өзгертпейміз.
import-file = Тауарлар файлы
import-file-hint = CSV, XLSX немесе YML/XML (Яндекс Маркет, Kaspi), 64 МБ-қа және 200 000 жолға дейін. Кестенің бірінші жолы – бағандардың атауы.
import-photos = Фотолар мұрағаты
import-photos-hint = 256 МБ-қа дейінгі ZIP. Файл аттары «Фото» бағанында тұруы керек. Сілтеме бойынша фото жүктемейміз.
import-upload = Жүктеу
import-file-missing = Тауарлар файлын таңдаңыз
import-too-many = Тәулігіне 40 файлға дейін жүктеуге болады. Ертең жалғастырыңыз
import-rules = Бұл қалай жұмыс істейді
import-rule-known = Артикулы белгілі жол сол тауардың бағасы мен қалдығын өзгертеді. Артикул болмаса, тауарды штрихкоды немесе дәл атауы бойынша танимыз. Сол файлды екінші рет жүктесеңіз, ештеңе өзгермейді.
import-rule-new = Қалған жолдар жаңа тауар болады. Штрихкод ортақ каталогта болса, сипаттама мен фотоны сол жерден аламыз.
import-rule-draft = Бірдеңе жетіспесе (фото, сипаттама), нобай ретінде сақтаймыз, оны толықтыруға болады. Сол файлды фотолар мұрағатымен бірге жіберсеңіз, нобайлар жарияланады.
import-rule-wrong = Бір жолдағы қате басқаларына кедергі болмайды. Қатесі бар жолдарды бөлек файлмен жүктеп алуға болады.
import-rule-undo = Импортты 24 сағат ішінде кері қайтаруға болады.
import-last = Соңғы импорттар
import-rows = { $n ->
    [one] { $n } жол
   *[other] { $n } жол
}
import-other = Басқа файл жүктеу

# Күйлері
import-state-uploaded = Бағандарды күтуде
import-state-matched = Тексеріп жатырмыз
import-state-checked = Тексерілді
import-state-running = Орындалып жатыр
import-state-done = Дайын
import-state-undoing = Кері қайтарып жатырмыз
import-state-undone = Кері қайтарылды
import-state-failed = Қабылданбады

# Бағандар
import-columns = Бағандарда не бар
import-columns-lead = дұрыс түсінгенімізді тексеріңіз
import-columns-change = Бағандарды өзгерту
import-column-unnamed = Атауы жоқ { $n }-баған
import-column-is = «{ $name }» бағаны
import-column-skip = Пайдаланбау
import-column-value = Осы атаудағы сипат
import-column-twice = Бұл басқа бағанға таңдалған. Біреуін қалдырыңыз
import-columns-name = Тауарды танитын баған керек: артикул, атауы немесе штрихкод
import-columns-price = Бағасы немесе қалдығы бар баған керек
import-columns-category = Санатты немесе ол көрсетілген бағанды таңдаңыз
import-category = Санаты жоқ немесе біз танымаған жолдарға арналған санат
import-category-hint = Файл тұтас бір нәрсе туралы болса, санатты осында таңдаңыз.
import-category-choose = Таңдалмаған
import-check = Файлды тексеру

# Тексеру және нәтиже
import-progress = { $total } ішінен { $n }
import-progress-label = Неше жол орындалды
import-progress-hint = Бет өзі жаңарады, оны жабуға болады: жұмыс жалғаса береді.
import-refused = Файл қабылданбады, ештеңе өзгерген жоқ.
import-checked-lead = Әзірге ештеңе өзгерген жоқ. Импортты іске қоссаңыз, мынадай болады:
import-undone-lead = Импорт кері қайтарылды: жаңа тауарлар алып тасталды, бұрынғы бағалар, қалдықтар мен нобайлар орнына келді.
import-fig-published = Жаңа, сатылымға
import-fig-review = Жаңа, тексеруге
import-fig-drafts = Жаңа, нобай
import-fig-changed = Өзгерістер
import-fig-same = Өзгеріссіз
import-fig-wrong = Қатесі бар жолдар
import-gaps = Неге нобай
import-gap-photos = Фото жоқ
import-gap-description = Сипаттама жоқ
import-gap-values = Міндетті сипаттар жоқ
import-gap-stock = Қоймада жоқ
import-gap-delivery = Дүкен жеткізуді көрсетпеген
import-unknown = Біз танымаған санаттар
import-unknown-lead = Жаза бастап, біздің санатты таңдаңыз. Келесі жолға есте сақтаймыз.
import-check-again = Сақтап, қайта тексеру
import-wrong = Не дұрыс емес
import-wrong-lead = Қателері мен ескертпелері бар алғашқы жолдар. Барлығы файлда: түзетіп, қайта жүктеңіз.
import-wrong-table = Қатесі бар жолдар
import-line = Жол
import-errors-column = Нені түзету керек
import-errors-file = Қателер файлын жүктеп алу
import-run = Іске қосу
import-nothing = Өзгертетін ештеңе жоқ: бәрі файлдағыдай немесе жолдарда қате бар.
import-busy = Дүкеннің басқа импорты әлі орындалып жатыр. Соны күтіңіз
import-stop = Тоқтату
import-stopped = Импорт тоқтатылды. Орындалғанын кері қайтаруға болады
import-to-drafts = Нобайларды толықтыру

# Кері қайтару
import-undo = Импортты кері қайтару
import-undo-title = Импортты кері қайтару керек пе?
import-undo-until = Кері қайтаруға болатын мерзім:
import-undo-late = Бұл импортты енді кері қайтаруға болмайды
import-undo-made = Жаңа тауарларды алып тастаймыз: { $n }
import-undo-changed = Бұрынғы бағаларды, қалдықтар мен нобайларды қайтарамыз, егер содан бері өзгертілмесе: { $n }
import-undo-ordered = Тапсырыс берілген тауарлар қалады.
import-keep = Сол күйінде қалдыру

# Өрістер
import-field-sku = Артикул
import-field-title = Атауы
import-field-description = Сипаттама
import-field-price = Бағасы
import-field-old-price = Ескі баға
import-field-stock = Қалдығы
import-field-condition = Күйі
import-field-category = Санаты
import-field-brand = Бренд
import-field-gtin = Штрихкод
import-field-tags = Тегтер
import-field-values = Сипаттары
import-field-pictures = Суреттер
import-column-state = Қазір қайда

# Жолдар мен дүкен
import-sku-repeated = «{ $text }» артикулы { $line }-жолда болған
import-title-repeated = Дәл осындай атау { $line }-жолда болған. Тауарларды ажырату үшін артикул қосыңыз
import-card-repeated = Осы штрихкодты тауар файлда болған
import-card-taken = Осы штрихкодты тауарды «{ $text }» артикулымен сатып жүрсіз
import-new-needs = Сізде мұндай тауар әлі жоқ, жаңасы үшін осы өрісті толтырыңыз
import-category-unknown = Бізде «{ $text }» табылмады
import-category-none = Көрсетілмеген
import-value-unknown = { $name }: «{ $text }» түсініксіз
import-listing-archived = Тауар мұрағатта жатыр. Оны қайтарып, содан кейін жолды жүктеңіз
import-listing-removed = Тауарды әкімшілік алып тастаған

# Сыртқа
export-title = Жүктеп алу
export-lead = Мұрағаттан басқа барлық тауар және барлық тапсырыс. Тауарлар файлын түзетіп, қайта жүктеуге болады.
export-xlsx = XLSX жүктеп алу
export-csv = CSV жүктеп алу
export-listings-xlsx = Тауарлар XLSX
export-listings-csv = Тауарлар CSV
export-orders-xlsx = Тапсырыстар XLSX
export-orders-csv = Тапсырыстар CSV
feed-title = Серіктестерге арналған прайс-парақ
feed-lead = Қазір сатылымдағы тауарлардың YML файлы. Сілтеме бәріне ашық, файл кемінде 10 минут сайын жаңарады.
