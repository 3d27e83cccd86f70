/// A restaurant's words, cut into sentences of segments of words; numbers in digits.
struct ReleaseText {
    /// Between full stops; each is divided by commas, dashes, brackets and `and`.
    private(set) var sentences: [[[String]]] = []
    /// Each of them as it stands there.
    private(set) var originals: [String] = []

    private var sentence: [[String]] = []
    private var segment: [String] = []
    private var word = ""
    private var original = ""

    private static let sentenceEnds: Set<Character> = [".", "!", "?", ";", "\n", "•", "|", "*"]
    private static let segmentEnds: Set<Character> = [",", "(", ")", "–", "—", ":", "[", "]"]
    private static let joints: Set<String> = ["and", "but", "while", "whereas"]
    /// What stands behind a number without a blank and belongs to it.
    private static let endings: Set<Substring> = ["am", "pm", "a", "p", "st", "nd", "rd", "th"]

    init(_ text: String) {
        let signs = Array(Digits.ascii(CleanText.cut(text, to: 2000)))
        var position = 0
        while position < signs.count {
            let end = min(signs.count, position + take(signs, position))
            original += String(signs[position..<end])
            position = end
            noteOriginal()
        }
        endSentence()
        noteOriginal()
    }

    private mutating func noteOriginal() {
        guard sentences.count > originals.count else { return }
        var words = original[...]
        while let last = words.last, last.isWhitespace || Self.sentenceEnds.contains(last) {
            // The stop of `10 a.m.` is its own.
            if last == ".", words.lowercased().hasSuffix(".m.") { break }
            words = words.dropLast()
        }
        originals.append(String(words.drop { $0.isWhitespace || Self.sentenceEnds.contains($0) }))
        original = ""
    }

    /// Takes what stands at `at`; answers how many signs that were.
    private mutating func take(_ signs: [Character], _ at: Int) -> Int {
        func sign(_ offset: Int) -> Character { signs.indices.contains(at + offset) ? signs[at + offset] : " " }
        let here = sign(0)
        if here.isLetter || here.isNumber {
            word.append(here)
            return 1
        }
        let isBetweenNumbers = word.last?.isNumber == true && sign(1).isNumber
        switch here {
        case "'", "’", "‘": return 1
        case ":" where isBetweenNumbers:
            word.append(":")
        case ".":
            guard isBetweenNumbers else { return takeStop(signs, at) }
            word.append(":")
        case "-", "–", "—", "/":
            endWord()
            let isDash = sign(-1) == " " && sign(1) == " "
            if isBetweenNumbers { segment.append("-") }
            if isDash { endSegment() }
            return 1
        case "(":
            endWord()
            // `thirty (30) days`
            let inside = signs[(at + 1)...].prefix { $0.isNumber }
            if !inside.isEmpty, sign(inside.count + 1) == ")" { return inside.count + 2 }
            endSegment()
            return 1
        case _ where Self.sentenceEnds.contains(here): endSentence()
        case _ where Self.segmentEnds.contains(here): endSegment()
        default:
            endWord()
            if here == "+" { segment.append("+") }
        }
        return 1
    }

    /// A full stop, or one of those in `9 a.m.`
    private mutating func takeStop(_ signs: [Character], _ at: Int) -> Int {
        func sign(_ offset: Int) -> Character { signs.indices.contains(at + offset) ? signs[at + offset] : " " }
        let half = word.last.map { Character($0.lowercased()) }
        let isHalf = (half == "a" || half == "p") && word.dropLast().allSatisfy(\.isNumber)
        guard isHalf, sign(1) == "m" || sign(1) == "M", !sign(2).isLetter else {
            endSentence()
            return 1
        }
        word.append("m")
        endWord()
        guard sign(2) == "." else { return 2 }
        // The stop of `a.m.` may be that of the sentence too.
        let next = signs[min(at + 3, signs.count)...].drop { $0 == " " }.prefix { $0.isLetter }
        if next.first?.isUppercase == true, SpokenZone(String(next)) == nil { endSentence() }
        return 3
    }

    private mutating func endWord() {
        defer { word = "" }
        let lower = word.lowercased()
        guard !lower.isEmpty else { return }
        if Self.joints.contains(lower) {
            endSegment(keeping: true)
            return
        }
        // `30days` is two words, `9am` and `21st` are one.
        let ending = lower.drop { $0.isNumber || $0 == ":" }
        if ending.isEmpty || ending.count == lower.count || Self.endings.contains(ending) {
            segment.append(lower)
        } else {
            segment += [String(lower.prefix(lower.count - ending.count)), String(ending)]
        }
    }

    private mutating func endSegment(keeping isInWord: Bool = false) {
        if !isInWord { endWord() }
        if !segment.isEmpty { sentence.append(SpelledNumber.digits(in: segment)) }
        segment = []
    }

    private mutating func endSentence() {
        endSegment()
        if !sentence.isEmpty { sentences.append(sentence) }
        sentence = []
    }
}
