import Exhibits

/// `:rocket:`, as GitHub and Quarto spell it. The names that notes use; another is reported, not guessed.
enum EmojiNames {
    private static let name = Pattern(/:([a-z0-9_+-]{1,40}):/)

    /// The text with the names it holds as characters.
    static func replaced(in text: String) -> String {
        guard text.utf8.count(where: { $0 == ASCII.colon }) > 1 else { return text }
        return text.replacing(Self.name.regex) { match in
            guard let character = characters[match.1], isFree(match.range, in: text) else { return String(match.0) }
            return character
        }
    }

    /// Whether the colons stand by themselves: `10:20:30` and `a::b::c` name nothing.
    static func isFree(_ range: Range<String.Index>, in text: String) -> Bool {
        let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
        let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
        return !(before.isLetter || before.isNumber || before == ":") && !(after.isLetter || after.isNumber || after == ":")
    }

    static let names = characters.keys.map(String.init).sorted()

    private static let characters: [Substring: String] = {
        let words = list.split(whereSeparator: \.isWhitespace)
        return Dictionary(stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], String(words[$0 + 1])) }) { first, _ in
            first
        }
    }()

    private static let list = """
        smile 😄 smiley 😃 grin 😁 laughing 😆 joy 😂 wink 😉 blush 😊 thinking 🤔 confused 😕 cry 😢 sob 😭 scream 😱 sunglasses 😎
        heart ❤️ broken_heart 💔 sparkles ✨ star ⭐ star2 🌟 fire 🔥 zap ⚡ boom 💥 tada 🎉 confetti_ball 🎊 100 💯 +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎
        ok_hand 👌 wave 👋 clap 👏 raised_hands 🙌 pray 🙏 muscle 💪 point_right 👉 point_left 👈 point_up ☝️ point_down 👇 eyes 👀 brain 🧠
        robot 🤖 rocket 🚀 bulb 💡 warning ⚠️ exclamation ❗ question ❓ grey_question ❔ bangbang ‼️ x ❌ heavy_check_mark ✔️ white_check_mark ✅ ballot_box_with_check ☑️
        no_entry ⛔ no_entry_sign 🚫 construction 🚧 rotating_light 🚨 information_source ℹ️ recycle ♻️ hourglass ⌛ hourglass_flowing_sand ⏳ alarm_clock ⏰ watch ⌚ calendar 📆 date 📅
        book 📖 books 📚 notebook 📓 closed_book 📕 green_book 📗 blue_book 📘 orange_book 📙 bookmark 🔖 memo 📝 pencil 📝 pencil2 ✏️ pen ✒️ paperclip 📎 link 🔗 pushpin 📌 round_pushpin 📍
        clipboard 📋 file_folder 📁 open_file_folder 📂 page_facing_up 📄 bar_chart 📊 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 computer 💻 keyboard ⌨️ desktop_computer 🖥️ floppy_disk 💾 cd 💿 iphone 📱 telephone ☎️ email 📧 envelope ✉️ mailbox 📫 package 📦
        wrench 🔧 hammer 🔨 hammer_and_wrench 🛠️ nut_and_bolt 🔩 gear ⚙️ microscope 🔬 telescope 🔭 test_tube 🧪 dna 🧬 triangular_ruler 📐 straight_ruler 📏 abacus 🧮 mag 🔍 mag_right 🔎 key 🔑 lock 🔒 unlock 🔓 bell 🔔 loudspeaker 📢 mega 📣 speech_balloon 💬 thought_balloon 💭
        mortar_board 🎓 school 🏫 teacher 🧑‍🏫 student 🧑‍🎓 trophy 🏆 dart 🎯 game_die 🎲 jigsaw 🧩 art 🎨 movie_camera 🎥 video_camera 📹 camera 📷 headphones 🎧 musical_note 🎵 coffee ☕ beer 🍺 pizza 🍕 cake 🍰 apple 🍎 cat 🐱 dog 🐶 bug 🐛 snake 🐍 penguin 🐧 turtle 🐢 bird 🐦 owl 🦉 bee 🐝
        arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ arrows_counterclockwise 🔄 repeat 🔁 fast_forward ⏩ heavy_plus_sign ➕ heavy_minus_sign ➖ heavy_multiplication_x ✖️ infinity ♾️ copyright ©️ registered ®️ tm ™️ red_circle 🔴 green_circle 🟢 large_blue_circle 🔵 white_circle ⚪ black_circle ⚫ small_blue_diamond 🔹 small_orange_diamond 🔸
        sun ☀️ sunny ☀️ cloud ☁️ umbrella ☔ snowflake ❄️ rainbow 🌈 earth_africa 🌍 earth_americas 🌎 earth_asia 🌏 globe_with_meridians 🌐 moon 🌔 house 🏠 car 🚗 bike 🚲 airplane ✈️ checkered_flag 🏁 white_flag 🏳️ octocat 🐙 octopus 🐙 ghost 👻 skull 💀 poop 💩 see_no_evil 🙈 moneybag 💰 gift 🎁 balloon 🎈
        """
}
