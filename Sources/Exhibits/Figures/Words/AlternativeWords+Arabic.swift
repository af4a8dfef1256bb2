extension AlternativeWords {
    package static var arabic: AlternativeWords {
        var words = AlternativeWords()
        words.emptyGraph = "مخطط حسابي فارغ."
        words.result = "النتيجة"
        words.withGradient = "، التدرج #"
        words.graphInputs = " المدخلات: #."
        words.graph = "مخطط عدد عقده # يحسب ## = ###."
        words.graphOfGiven = "مخطط عدد عقده # مع تدرجات ## المعطاة لآخرها."
        words.networkDiagram = "رسم الشبكة: #"
        words.computationGraph = "مخطط حسابي"
        words.computationGraphOf = "المخطط الحسابي لـ #"
        words.linePlot = "منحنيات: # مقابل ##"
        words.values = "القيم"
        words.logarithmic = "، بمحور لوغاريتمي"
        words.moreCurves = CountedWords(
            .arabic, one: "ومنحنى آخر.", two: "ومنحنيان آخران.", few: "و# منحنيات أخرى.", other: "و# منحنى آخر.")
        words.curve = "المنحنى"
        words.undrawnValues = CountedWords(
            .arabic, one: "؛ قيمة واحدة غير منتهية ولم تُرسم", two: "؛ قيمتان غير منتهيتين ولم تُرسما",
            few: "؛ # قيم غير منتهية ولم تُرسم", other: "؛ # قيمة غير منتهية ولم تُرسم")
        words.noValues = "#: لا قيم للعرض"
        words.isAt = "#: ## عند ###"
        words.units = "الوحدات"
        words.over = "على مدى # من ##"
        words.stays = "#: ثبات عند ## ###"
        words.goes = "#: من ## إلى ### ####"
        words.minimum = "؛ أصغر قيمة # عند ##"
        words.band = "؛ ونهاية النطاق من # إلى ##"
        words.maximum = "؛ أكبر قيمة # عند ##"
        words.startsAndEnds = "#: البداية والنهاية عند ## ###"
        words.falls = "#: انخفاض من ## إلى ### ####"
        words.rises = "#: ارتفاع من ## إلى ### ####"
        words.matrix = "مصفوفة من # و##"
        words.rows = CountedWords(.arabic, one: "صف واحد", two: "صفين", few: "# صفوف", other: "# صفًا")
        words.columns = CountedWords(.arabic, one: "عمود واحد", two: "عمودين", few: "# أعمدة", other: "# عمودًا")
        words.row = "الصف #"
        words.noEntries = "# بلا عناصر منتهية."
        words.entries = "#، العناصر من ## إلى ###."
        words.picture = "صورة"
        words.pictures = "صور عددها #"
        words.pixels = "# بقياس ## بكسل"
        words.histogram = "مدرج تكراري: #"
        words.by = "# بحسب ##"
        words.bars = CountedWords(.arabic, one: "عمود واحد", two: "عمودان", few: "# أعمدة", other: "# عمودًا")
        words.highest = "، أعلاها # عند ##"
        words.nothing = "لا شيء للعرض."
        words.network = "شبكة #."
        words.weights = " الأوزان: #."
        words.connections = " وصلات موزونة عددها #."
        words.regions = "مناطق القرار"
        words.levelLines = "خطوط المستوى"
        words.levelLinesAndPaths = "خطوط المستوى والمسارات"
        words.points = "نقاط: # مقابل ##"
        words.region = "تغطي منطقة # نسبة ## % من المساحة."
        words.surface = "خطوط مستوى عددها # لسطح بين ## و###."
        words.pointsOf = CountedWords(
            .arabic, one: "نقطة واحدة من ##.", two: "نقطتان من ##.", few: "# نقاط من ##.", other: "# نقطة من ##.")
        words.path = CountedWords(
            .arabic, one: "##: في خطوة واحدة من ### إلى ####.", two: "##: في خطوتين من ### إلى ####.",
            few: "##: في # خطوات من ### إلى ####.", other: "##: في # خطوة من ### إلى ####.")
        words.ringed = CountedWords(
            .arabic, one: "نقطة واحدة محاطة بدائرة: ##.", two: "نقطتان محاطتان بدائرة: ##.", few: "# نقاط محاطة بدائرة: ##.",
            other: "# نقطة محاطة بدائرة: ##.")
        words.unrolled = CountedWords(
            .arabic, one: "شبكة متكررة مبسوطة على خطوة واحدة", two: "شبكة متكررة مبسوطة على خطوتين",
            few: "شبكة متكررة مبسوطة على # خطوات", other: "شبكة متكررة مبسوطة على # خطوة")
        words.step = "الخطوة #: المدخل ##، الحالة ###"
        words.stateGradient = " بتدرج #"
        words.output = "، المخرج #"
        words.moreSteps = CountedWords(
            .arabic, one: "وخطوة أخرى.", two: "وخطوتان أخريان.", few: "و# خطوات أخرى.", other: "و# خطوة أخرى.")
        words.notANumber = "ليس عددًا"
        return words
    }
}
