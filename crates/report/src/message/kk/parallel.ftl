# Сөздіктегі ұғымдар: тілдер қатар.
parallel-heading = Тілдер қатар
parallel-hint = Әр жолда бір ұғым, әр бағанда бір тіл тұр. Сөздік тілдерінің бірінде ұғымға сай бірлік болмаса, бұл олқылық деп аталады. { $factor ->
   *[other] Ұғым бір тілде екінші тілдегіден бір сөзге шаққанда кемінде { $factor } есе жиі кездессе, ал екінші тілде кемінде { $least } сәйкестік күтуге болса, ол біркелкі емес деп белгіленеді.
}
parallel-category = Санат
parallel-all-categories = барлық санат
parallel-only-gaps = Тек олқылықтар
parallel-totals = Ұғымдар: { $concepts }. Олқылығы бары: { $gaps }. Біркелкі емесі: { $uneven }. Ұғымы көрсетілмеген бірліктер: { $unlinked }.
parallel-subject = Ұғым
parallel-language-kk = Қазақша
parallel-language-ru = Орысша
parallel-language-en = Ағылшынша
parallel-language-any = Кез келген тіл
parallel-words = { $count ->
   *[other] мәтіндерде { $shown } сөз
}
parallel-no-text = бұл тілде мәтін жоқ
parallel-no-texts = мәтін жоқ
parallel-entry-count = { $count ->
   *[other] { $shown } бірлік
}
parallel-yield = { $count ->
   *[other] { $shown } сәйкестік, 1000 сөзге шаққанда { $rate }
}
parallel-no-entry = бірлік жоқ
parallel-gap = олқылық
parallel-uneven = біркелкі емес
parallel-unlinked = ұғымы көрсетілмеген
parallel-note = Бұл бірлікте автордың ескертпесі бар.
parallel-nothing = Мұндай ұғым жоқ.
parallel-no-gaps = Мұнда олқылық жоқ, әр бірліктің ұғымы көрсетілген.
parallel-pages = Ұғымдардың беттері
parallel-previous = ← Алдыңғы жолдар
parallel-next = Келесі жолдар →
parallel-range = { $first }–{ $last } / { $total }

## Беттен тыс кестелерде
parallel-matches = Сәйкестік саны
parallel-rate = 1000 сөзге
parallel-remarks = Ескертпелер
parallel-remark-gap = олқылық: { $languages }
