/// One sentence of a restaurant's terms, as far as it speaks of money to pay.
package struct MoneySentence: Sendable, Equatable {
    /// What the money is for.
    enum Purpose: Sendable { case lateFee, payment, other }

    struct Named: Sendable, Equatable {
        /// Nil for what is no price.
        var amount: Amount?
        /// On top of another one: `plus a $5 fee`.
        var isAdded: Bool
    }

    /// As it is worded.
    var text: String
    var purpose: Purpose
    /// Those that stand beside a currency.
    var amounts: [Named]
    /// What it names is for each of the party.
    var isPerGuest: Bool
    /// Money is taken, however much: `a deposit is required`, not `you won't be charged`.
    var takesMoney: Bool
    /// Only a card is, in case.
    var takesACardAlone: Bool
    /// A share of something or a further charge, which no amount stands for: `the full menu price`, `plus a processing fee`.
    var isOpenEnded: Bool
    /// What was paid does not come back, whenever it is cancelled.
    package var deniesRefund: Bool

    package static func all(in lines: [String]) -> [MoneySentence] {
        lines.flatMap { ChargeWords.sentences(of: $0).map { MoneySentence($0) } }
    }

    init(_ text: String) {
        let words = ChargeWords.split(Self.withPhrasesRead(text.lowercased()))
        let clauses = Self.clauses(of: words).map { Clause($0) }
        self.text = text
        amounts = words.indices.filter { ChargeWords.isAmount(at: $0, words) }.map { index in
            Named(
                amount: ChargeWords.amount(words[index]).flatMap { Amount($0) },
                isAdded: words[..<index].suffix(3).contains(where: Self.additions.contains)
                    || words[index...].dropFirst().prefix(6).contains("added"))
        }
        let isBare = amounts.isEmpty && Self.namesBareAmount(words)
        let hasException = clauses.contains(where: \.isDenied) && words.contains(where: Self.exceptions.contains)
        takesMoney = isBare || hasException || clauses.contains(where: \.takesMoney)
        takesACardAlone = takesMoney && !isBare && !clauses.contains { $0.takesMoney && !$0.isOfCard }
        isPerGuest = words.indices.contains { Self.isGuestUnit(at: $0, words) }
        isOpenEnded = takesMoney && !takesACardAlone && Self.isOpenEnded(words)
        let isOfPayment = Self.isOfPayment(words, takesMoney: takesMoney)
        let isLate = takesMoney || words.contains { word in Self.late.contains(where: word.begins) }
        purpose = isOfPayment ? .payment : isLate ? .lateFee : .other
        deniesRefund =
            words.contains { $0.begins(with: "nonrefund") } && !words.contains(where: Self.timely.contains)
    }

    /// By bytes, and the text as it came where none of them is in it.
    private static func withPhrasesRead(_ text: String) -> String {
        var bytes = Array(text.utf8)
        var isChanged = false
        for (words, meaning) in phrases {
            var start = 0
            while let first = bytes[start...].firstIndex(of: words[0]), first + words.count <= bytes.count {
                start = first + 1
                guard bytes[first..<(first + words.count)] == words[...] else { continue }
                bytes.replaceSubrange(first..<(first + words.count), with: meaning)
                start = first + meaning.count
                isChanged = true
            }
        }
        return isChanged ? String(decoding: bytes, as: UTF8.self) : text
    }

    /// Read as one word, so that their `no` and `not` deny nothing.
    private static let phrases = [
        ("\u{2011}", "-"), ("’", "'"),
        ("no-show", "absence"), ("no show", "absence"), ("non-refund", "nonrefund"), ("non refund", "nonrefund"),
        ("not refund", "nonrefund"), ("no refund", "nonrefund"), ("refunds are not", "nonrefund are"),
        ("not be refund", "nonrefund"), ("cannot be refund", "nonrefund"), ("pre-pa", "prepa"),
        ("pre-tax", "before tax"),
        ("don't show", "absence"), ("do not show", "absence"), ("fail to show", "absence"),
    ].map { (words: Array($0.0.utf8), meaning: Array($0.1.utf8)) }

    private static func clauses(of words: [Substring]) -> [[Substring]] {
        words.split(omittingEmptySubsequences: true) { borders.contains($0) }.map { Array($0) }
    }

    private static let borders: Set<Substring> = [
        ",", ":", "(", ")", "–", "—", "but", "however", "otherwise", "after", "afterwards", "thereafter", "and",
    ]
    private static let additions: Set<Substring> = ["plus", "+", "additional", "extra", "further", "&"]
    /// What is denied but for a case is taken in that case.
    private static let exceptions: Set<Substring> = ["except", "unless", "otherwise"]
    private static let late = ["cancel", "absence", "late", "change", "modif", "reduc"]
    private static let timely: Set<Substring> = [
        "within", "hour", "hours", "day", "days", "after", "before", "until", "less", "prior", "unless", "if", "inside",
        "later", "once", "when",
    ]

    /// `25 per person`, without a currency, where a cancellation or an absence is spoken of.
    private static func namesBareAmount(_ words: [Substring]) -> Bool {
        let hasAmount = words.indices.contains { index in
            ChargeWords.amount(words[index]) != nil && index + 1 < words.endIndex
                && (words[index + 1] == "pp" || isGuestUnit(at: index + 2, words))
        }
        return hasAmount && words.contains { word in late.contains(where: word.begins) }
    }

    private static func isGuestUnit(at index: Int, _ words: [Substring]) -> Bool {
        guard words.indices.contains(index) else { return false }
        if words[index] == "pp" || words[index] == "each" { return true }
        guard index > words.startIndex, ChargeWords.guests.contains(words[index]) else { return false }
        let before = words[index - 1] == "-" && index > 1 ? words[index - 2] : words[index - 1]
        return ["per", "a", "/", "par", "pro", "por", "each", "every"].contains(before)
    }

    /// Paid when the table is booked, in whatever way.
    private static func isOfPayment(_ words: [Substring], takesMoney: Bool) -> Bool {
        if words.contains(where: { word in paid.contains(where: word.begins) }) { return true }
        let isFeeOfBooking = words.indices.dropFirst().contains { index in
            ["fee", "fees", "charge"].contains(words[index]) && bookings.contains(words[index - 1])
        }
        guard takesMoney else { return false }
        return isFeeOfBooking || words.contains(where: moments.contains)
            || words.indices.dropFirst().contains { index in
                ["booking", "checkout", "book"].contains(words[index])
                    && ["at", "upon", "on", "when", "of", "you"].contains(words[index - 1])
                    && words.contains { $0.begins(with: "charg") || $0.begins(with: "pay") || $0.begins(with: "paid") }
            }
    }

    private static let moments: Set<Substring> = ["now", "today", "immediately", "upfront"]
    private static let paid = ["deposit", "prepa", "ticket", "nonrefund", "refund", "paid"]
    private static let bookings: Set<Substring> = [
        "booking", "processing", "reservation", "administrative", "administration", "admin", "convenience", "handling",
    ]

    private static func isOpenEnded(_ words: [Substring]) -> Bool {
        words.indices.contains { index in
            let before = words[..<index].suffix(3)
            let after = words[index...].dropFirst()
            switch words[index] {
            case "%", "percent", "％":
                // A tax has a rule of its own, as long as it is an ordinary one.
                guard after.prefix(3).contains(where: ChargeWords.taxes.contains) else { return true }
                return (before.last.flatMap { ChargeWords.amount($0) } ?? 0) > 25
            case "full", "entire", "whole", "total":
                return after.prefix(3).contains(where: wholes.contains)
            case "fee", "fees", "charge", "charges":
                // With an amount of its own it is told by that.
                guard before.contains(where: additions.contains) else { return false }
                return !before.contains { $0.first?.isNumber == true }
            default: return false
            }
        }
    }

    private static let wholes: Set<Substring> = [
        "price", "amount", "cost", "menu", "bill", "value", "meal", "experience", "ticket", "booking",
    ]
}
