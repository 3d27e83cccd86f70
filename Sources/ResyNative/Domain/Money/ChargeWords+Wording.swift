/// How a restaurant's words tell one amount: whom it is for, and whether a tax comes on top.
extension ChargeWords {
    struct Wording: Equatable, Sendable {
        var basis = Charge.Basis.unknown
        /// `$30.00 + tax`: what the tax comes to is not stated.
        var isBeforeTax = false
    }

    /// Of the first of these amounts that the lines name. A basis belongs to the amount it stands behind, or before the
    /// first one of its sentence: `$30.00 + tax per guest`, `a per-person fee of $30`. Where the words name an amount for each
    /// guest that makes this one for the party, it is for the party.
    static func wording(of amounts: Set<Amount>, in lines: [String], party: Int) -> Wording {
        let told = lines.flatMap { clauses(of: $0) }
        let named = told.filter { amounts.contains($0.amount) }
        guard named.isEmpty else { return Wording(named) }
        let shares = Set(amounts.compactMap { $0.shared(by: party) })
        let each = told.filter { $0.wording.basis == .guest && shares.contains($0.amount) }
        guard party > 1, !each.isEmpty else { return Wording() }
        return Wording(basis: .party, isBeforeTax: each.contains(where: \.wording.isBeforeTax))
    }

    /// An amount with what its sentence says of it.
    fileprivate struct Clause {
        var amount: Amount
        var wording: Wording
    }

    private static func clauses(of line: String) -> [Clause] {
        sentences(of: split(line.lowercased())).flatMap { words in
            let places = words.indices.filter { isAmount(at: $0, words) }
            return places.enumerated().compactMap { order, place -> Clause? in
                guard let amount = amount(words[place]).flatMap({ Amount($0) }) else { return nil }
                let end = order + 1 < places.count ? places[order + 1] : words.endIndex
                let behind = Array(words[(place + 1)..<end])
                let before = order == 0 ? Array(words[..<place]) : []
                return Clause(
                    amount: amount,
                    wording: Wording(
                        basis: basis(in: behind) ?? basis(in: before) ?? .unknown, isBeforeTax: putsTaxOnTop(behind)))
            }
        }
    }

    /// Words between full stops; one that ends a number ends a sentence, and one inside it does not.
    private static func sentences(of words: [Substring]) -> [[Substring]] {
        var sentences: [[Substring]] = [[]]
        for (index, word) in words.enumerated() {
            let isAbbreviation = index > 0 && abbreviations.contains(words[index - 1])
            if [".", "!", "?", ";"].contains(word), !isAbbreviation {
                sentences.append([])
            } else {
                sentences[sentences.count - 1].append(word)
                if word.first?.isNumber == true, word.last == "." { sentences.append([]) }
            }
        }
        return sentences
    }

    /// The first phrase that says whom an amount is for.
    private static func basis(in words: [Substring]) -> Charge.Basis? {
        for index in words.indices {
            let rest = words[index...].dropFirst().drop { $0 == "-" || articles.contains($0) }
            switch words[index] {
            case "pp": return .guest
            case "each":
                guard let unit = rest.first, parties.contains(unit) else { return .guest }
                return .party
            case "per", "every", "/", "par", "pro", "por":
                guard let unit = rest.first else { continue }
                if guests.contains(unit) { return .guest }
                if parties.contains(unit) { return .party }
            case "a", "an":
                if let unit = rest.first, guests.contains(unit) { return .guest }
            case "for":
                // `for the party`, and not `for a table of two`.
                guard words[index...].dropFirst().first == "the", let unit = rest.first else { continue }
                if parties.contains(unit) { return .party }
            default: continue
            }
        }
        return nil
    }

    private static func putsTaxOnTop(_ words: [Substring]) -> Bool {
        words.indices.contains { index in
            guard taxes.contains(words[index]) else { return false }
            let before = words[..<index].suffix(6)
            let after = words[index...].dropFirst().prefix(4)
            let isInside = before.contains(where: inclusions.contains) || after.contains(where: inclusions.contains)
            let isDenied = before.contains("not") || after.contains("not")
            if isInside { return isDenied }
            return before.contains(where: additions.contains) || after.contains(where: extras.contains)
        }
    }

    private static let articles: Set<Substring> = ["the", "whole", "entire", "full"]

    private static let parties: Set<Substring> = [
        "party", "parties", "table", "tables", "reservation", "reservations", "booking", "bookings", "group", "groups",
    ]

    private static let taxes: Set<Substring> = ["tax", "taxes", "vat", "gst", "hst"]
    private static let inclusions: Set<Substring> = [
        "including", "inclusive", "includes", "included", "incl", "include",
    ]
    private static let additions: Set<Substring> = [
        "plus", "+", "and", "&", "before", "excluding", "exclusive", "excl", "excludes", "additional", "applicable",
    ]
    private static let extras: Set<Substring> = ["extra", "additional", "apply", "applies", "added", "excluded"]
}

extension ChargeWords.Wording {
    /// Where it is told more than once: for a guest, if any says so, which is the dearer.
    fileprivate init(_ clauses: [ChargeWords.Clause]) {
        let bases = clauses.map(\.wording.basis)
        basis = bases.contains(.guest) ? .guest : bases.contains(.party) ? .party : .unknown
        isBeforeTax = clauses.contains(where: \.wording.isBeforeTax)
    }
}
