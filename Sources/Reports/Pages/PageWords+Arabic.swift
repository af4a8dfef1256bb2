import Exhibits

extension PageWords {
    static var arabic: PageWords {
        var words = PageWords()
        words.skip = "إلى النص"
        words.course = "المقرر"
        words.onThisPage = "في هذه الصفحة"
        words.contents = "المحتويات"
        words.lessons = "الدروس"
        words.languages = "اللغات"
        words.previous = "السابق"
        words.next = "التالي"
        words.search = "بحث"
        words.searchAll = "البحث في كل الدروس"
        words.results = "نتائج البحث"
        words.nothing = "لا نتائج."
        words.theme = "الألوان"
        words.auto = "تلقائي"
        words.light = "فاتح"
        words.dark = "داكن"
        words.copy = "نسخ"
        words.copied = "نُسخ"
        words.code = "الشفرة"
        words.wide = "محتوى عريض يمكن تمريره"
        words.figure = "شكل"
        words.numbers = "أعداد هذا الشكل"
        words.excerpt = "مقتطف. الأعداد كلها:"
        words.lines = "سطر"
        words.allLines = "النص كله:"
        words.computed = "المحسوب"
        words.derivation = "الاشتقاق"
        words.stepByStep = "المروران خطوة بخطوة"
        words.stepBack = "خطوة إلى الوراء"
        words.stepOn = "الخطوة التالية"
        words.explorable = "رسم قابل للاستكشاف"
        words.solutions = "الحلول"
        words.links = "الروابط"
        words.footnotes = "الحواشي"
        words.claim = ClaimWords(
            verified: "مُتحقَّق منه", truncated: "مُتحقَّق منه، مبتور لا مقرَّب", vague: "مُتحقَّق منه، لكنه لا يكاد يزيد على تخمين",
            path: "ينتج من خطوات مقرَّبة فقط", wrong: "ليس ما تعطيه الشبكة", untrue: "لا يصحّ على ما حُسب",
            computed: "المحسوب", noValue: "لا قيمة")
        words.notFound = "الصفحة غير موجودة"
        words.notFoundText = "لا توجد صفحة في هذا العنوان. هذه صفحات المقرر:"
        words.callouts = [
            "note": "ملاحظة", "tip": "نصيحة", "warning": "تحذير", "important": "مهم", "caution": "تنبيه", "exercise": "تمرين",
            "solution": "حل", "answers": "الإجابات", "hint": "تلميح", "instructor": "للمدرّسين",
            "proof": "برهان", "remark": "ملاحظة", "algorithm": "خوارزمية", "assumption": "فرض", "property": "خاصية",
            "conjecture": "حدسية", "axiom": "مسلّمة", "stored-output": "مُخرَج محفوظ، غير محسوب هنا",
        ]
        words.blank = "فراغ"
        words.blanks = "الفراغات"
        words.decimalPlaces = "المنازل العشرية"
        words.inDrawing = "في الرسم:"
        words.points = CountedWords(.arabic, one: "نقطة واحدة", two: "نقطتان", few: "# نقاط", other: "# نقطة")
        words.slide = "شريحة"
        words.notes = "ملاحظات"
        words.editPage = "تحرير هذه الصفحة"
        words.pageSource = "مصدر هذه الصفحة"
        words.reportIssue = "الإبلاغ عن مشكلة"
        words.download = "للتنزيل:"
        words.notebook = "دفتر Jupyter"
        return words
    }
}
