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
