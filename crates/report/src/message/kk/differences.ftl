# Екі сөздіктің немесе екі қиылысу ережесінің айырмасы және одан сандардың қалай өзгеретіні.

## Екі сөздік
difference-heading = Мына сөздікпен салыстырғандағы өзгерістер: «{ $title }» { $version }
difference-waits = Сөздіктер салыстырылып жатыр…
difference-same = Екі сөздіктің айырмасы жоқ.
difference-summary = Бірліктер: жаңасы { $added }, алынғаны { $removed }, өзгергені { $changed }.
difference-categories = Айырмасы бар санаттар
difference-category-added = жаңа
difference-category-removed = алынды
difference-category-renamed = бұрынғы аты: { $from }
difference-category-retitled = бұрынғы атауы: «{ $from }»
difference-category-kind = { $to ->
    [topic] енді тақырып, бұрын құндылық болған
   *[value] енді құндылық, бұрын тақырып болған
}
difference-category-exclusions = алып тасталатындары: { $list }
difference-entries = Айырмасы бар бірліктер
difference-entry-added = жаңа
difference-entry-removed = алынды
difference-aspect-category = көшірілді: { $before } → { $after }
difference-aspect-parts = сөз табы: { $before } → { $after }
difference-aspect-weight = салмағы: { $before } → { $after }
difference-aspect-conditions = шарттары: { $before } → { $after }
difference-aspect-note = ескертпесі: { $before } → { $after }
difference-aspect-source = дереккөзі: { $before } → { $after }
difference-aspect-none = жоқ
difference-counts = Бұрынғы және қазіргі сәйкестік саны
difference-counts-same = Зерттеу мәтіндерінде сандар өзгермейді.
difference-column-absent = Сөздіктердің бірінде ғана бар
difference-cell = { $before } → { $after }
difference-cell-name = { $text }, { $column }: бұрын { $before }, қазір { $after }
difference-causes-of = { $text }, { $column }: { $before } → { $after }
difference-choose = Қай бірліктер өзгерткенін көру үшін белгіленген ұяшықты таңдаңыз.
difference-cause-added = жаңа бірлік
difference-cause-removed = бірлік алынған
difference-cause-changed = бірлік өзгерген
difference-cause-renamed = санатының аты өзгерген
difference-cause-taken = орнын мына бірлік алады: «{ $by }»
difference-cause-released = орнын енді мына бірлік алмайды: «{ $by }»
difference-cause-excluded = осы жерде санат ережесімен алып тасталған
difference-cause-admitted = осы жерде санат ережесі енді алып тастамайды
difference-cause-both = (қосылғаны { $gained }, кемігені { $lost })
difference-cause-others = { $count ->
   *[other] тағы { $shown } бірлік: { $difference }
}
difference-pages = Айырмасы бар бірліктердің беттері
difference-previous = ← Алдыңғы бірліктер
difference-next = Келесі бірліктер →
difference-range = { $first }–{ $last } / { $total }

## Екі қиылысу ережесі
policies-heading = Қиылысу ережелері: { $own } және { $other }
policies-waits = Екі ереже бойынша саналып жатыр…
policies-same = Екі ереже бойынша сандар бірдей.
policies-table = Сәйкестік саны: { $own } | { $other } ережесі бойынша
policies-cell = { $own } | { $other }
policies-cell-name = { $text }, { $column }: { $own-policy } бойынша { $own }, { $other-policy } бойынша { $other }
policies-matches = { $count ->
    [0] Барлық сәйкестік бірдей есептеледі.
   *[other] { $shown } сәйкестік әртүрлі есептеледі.
}
policies-of-cell = Тек мынау: { $text }, { $column }
policies-all = Барлық ұяшық
policies-outcome = { $policy }: { $outcome }
policies-outcome-counted = { $count ->
   *[other] { $shown } болып саналады
}
policies-outcome-shadowed-by = орнын мына бірлік алады: «{ $by }»
policies-outcome-shadowed = орнын басқа сәйкестік алады
policies-outcome-excluded = сөздік алып тастаған
policies-outcome-negated = болымсыз түрде тұр
policies-outcome-unseen = бұл ереже оны көрмейді
policies-read = Мәтіннен оқу: «{ $form }»
policies-pages = Айырмасы бар сәйкестіктердің беттері
policies-previous = ← Алдыңғы сәйкестіктер
policies-next = Келесі сәйкестіктер →
policies-range = { $first }–{ $last } / { $total }
