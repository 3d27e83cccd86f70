extension MoneySentence {
    /// Words between two commas: what is denied in one is not denied in the next.
    struct Clause {
        var takesMoney: Bool
        /// It only holds a card.
        var isOfCard: Bool
        /// It says that no money is taken.
        var isDenied = false

        init(_ words: [Substring]) {
            let taking = words.firstIndex { Self.isTaking($0) } ?? Self.loss(words)
            let holding =
                words.contains("card") || words.contains("cards")
                ? words.firstIndex { word in Self.holdings.contains(where: word.begins) } : nil
            isOfCard = taking == nil && holding != nil
            guard let place = taking ?? holding, !words.contains(where: ChargeWords.isZero) else {
                takesMoney = false
                return
            }
            isDenied = Self.denies(words, at: place)
            takesMoney = !isDenied
        }

        /// A word before it that says no; what holds only in time, or on a condition, is no denial for the rest of the time.
        private static func denies(_ words: [Substring], at place: Int) -> Bool {
            if words[place].begins(with: "refund") || words[place].begins(with: "nonrefund") { return false }
            let isDenied = words[..<place].contains(where: denials.contains) || words.contains(where: gifts.contains)
            return isDenied && !words.contains(where: limits.contains)
        }

        private static func isTaking(_ word: Substring) -> Bool {
            ["fee", "fees", "owe", "owed", "payable", "billed"].contains(word)
                || takings.contains(where: word.begins)
        }

        /// `lose the ticket price`, `50% of the menu price is due`.
        private static func loss(_ words: [Substring]) -> Int? {
            guard words.contains(where: sums.contains) else {
                return nil
            }
            return words.firstIndex { ["lose", "loses", "lost", "due"].contains($0) }
        }

        private static let sums: Set<Substring> = ["price", "payment", "money", "ticket", "balance", "amount"]

        private static let takings = [
            "deposit", "forfeit", "charg", "refund", "nonrefund", "prepa", "debit", "penal", "surcharge", "ticketed",
        ]

        /// What is done with a card only where it may be charged.
        private static let holdings = ["held", "hold", "guarantee", "secure", "authori", "require", "imprint"]

        private static let denials: Set<Substring> = [
            "no", "not", "t", "cannot", "without", "never", "none", "nothing", "any",
        ]
        private static let gifts: Set<Substring> = ["free", "waive", "waived", "complimentary"]
        private static let limits: Set<Substring> = [
            "unless", "otherwise", "except", "only", "before", "until", "till", "prior", "hour", "hours", "day", "days",
            "advance", "least", "notice", "up",
        ]
    }
}
