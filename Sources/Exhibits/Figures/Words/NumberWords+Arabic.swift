extension NumberWords {
    package static var arabic: NumberWords {
        var words = NumberWords()
        words.row = "الصف"
        words.picture = "الصورة"
        words.weight = "الوزن"
        words.from = "من"
        words.to = "إلى"
        words.value = "القيمة"
        words.gradient = "التدرج"
        words.node = "العقدة"
        words.name = "الاسم"
        words.computedBy = "محسوب بـ"
        words.input = "المدخل"
        words.state = "الحالة"
        words.output = "المخرج"
        words.step = "الخطوة"
        words.curve = "المنحنى"
        words.height = "الارتفاع"
        words.bar = "العمود"
        words.points = "النقاط"
        words.region = "المنطقة"
        words.surface = "ارتفاع السطح"
        return words
    }
}
